import { sql } from "drizzle-orm";
import { measure, type Timing } from "#bench/measure";
import { ctxFor } from "#e2e/support/cast";
import type { Store } from "#lib/db/store";
import { approveDraft } from "#lib/drafts/approve-draft";
import type { UserCtx } from "#lib/events/context";
import { storeSource } from "#lib/intake/store-source";
import { rulesWriter } from "#lib/llm/rules-writer";
import { startQueue } from "#lib/queue/queue";
import { performRun } from "#lib/runs/perform-run";

const TIMES = 40;
const NOTES = `Weekly
Attendees: Ada Lindqvist, Bo Tran

DECISION: we keep the old format
ACTION: Bo to write it down by Friday
QUESTION: who pays for it?
`;

type Compared = { ours: Timing; bare: Timing };

/** What changes cost, beside the same rows written by bare SQL in as many transactions. */
export async function measureChanges(store: Store): Promise<Record<string, Compared>> {
  const queue = await startQueue(store);
  try {
    const ctx = ctxFor(store, "ada", { queue, now: () => new Date() });
    const drafts: string[] = [];
    const stored = await measure(TIMES, async () => void drafts.push(await toReady(ctx)));
    const bareStored = await measure(TIMES, () => bareToReady(store));
    const approved = await measure(TIMES * 0.8, (n) =>
      approveDraft(ctx, { draftId: drafts[n]!, revision: 1 }),
    );
    const bareApproved = await measure(TIMES * 0.8, () => bareApprove(store));
    return {
      "store to ready": { ours: stored, bare: bareStored },
      approve: { ours: approved, bare: bareApproved },
    };
  } finally {
    await queue.stop();
  }
}

let texts = 0;

/** From the paste to the draft, with a writer that takes no time of its own. */
async function toReady(ctx: UserCtx): Promise<string> {
  const { runId } = await storeSource(ctx, {
    workflow: "meeting-notes",
    title: "Weekly",
    text: `${NOTES}\n${performance.now()} ${++texts}`,
    heldOn: "2026-11-20",
    timeZone: "America/Toronto",
    visibility: "open",
    attendees: ["Ada Lindqvist", "Bo Tran"],
  });
  await performRun({ ...ctx }, () => rulesWriter, runId!);
  const { rows } = await ctx.store.raw.execute<{ id: string }>(
    sql`select draft_id as id from runs where id = ${runId}`,
  );
  return rows[0]!.id;
}

const statement = `{"id":"a1","section":"actions","text":"Write it down","kept":true,"trace":"stated","person":null,"due":null,"flags":[]}`;
const event = (kind: string, subject: string) =>
  `insert into events (at, kind, actor_kind, actor_id, subject_id, data) values (now(), '${kind}', 'user', 'usr_ada', '${subject}', '{}')`;
let bare = 0;

async function inOne(store: Store, statements: string[]): Promise<void> {
  await store.raw.transaction(async (tx) => {
    for (const one of statements) await tx.execute(sql.raw(one));
  });
}

/** The rows of `toReady`, in its four transactions. */
async function bareToReady(store: Store): Promise<void> {
  const n = `x${Date.now()}${++bare}`;
  await inOne(store, [
    `insert into sources (id, workflow, title, held_on, time_zone, author_id, visibility, provenance, content_hash, created_at) values ('src_${n}', 'meeting-notes', 'Weekly', '2026-11-20', 'America/Toronto', 'usr_ada', 'open', '{"via":"paste","format":"plain"}', '${n}', now())`,
    `insert into source_versions (source_id, version, text, hash, lines, words, created_by, created_at) values ('src_${n}', 1, '${NOTES}', '${n}', 7, 30, 'usr_ada', now())`,
    `insert into source_attendees (source_id, position, name, user_id) values ('src_${n}', 0, 'Ada', 'usr_ada'), ('src_${n}', 1, 'Bo', 'usr_bo')`,
    `insert into runs (id, workflow, workflow_version, writer, state, due_at, requested_by, created_at) values ('run_${n}', 'meeting-notes', 1, 'rules', 'queued', now(), 'usr_ada', now())`,
    `insert into run_sources (run_id, source_id, version) values ('run_${n}', 'src_${n}', 1)`,
    event("source.stored", `src_${n}`),
    event("run.queued", `run_${n}`),
    `insert into pgboss.job (name, data, singleton_key) values ('run', '{}', '${n}')`,
  ]);
  await inOne(store, [
    `update runs set state = 'writing' where id = 'run_${n}'`,
    event("run.writing", `run_${n}`),
  ]);
  await inOne(store, [
    `update runs set state = 'checking' where id = 'run_${n}'`,
    event("run.checking", `run_${n}`),
  ]);
  await inOne(store, [
    `insert into drafts (id, workflow, title, state, current_revision, counts, created_at) values ('drf_${n}', 'meeting-notes', 'Weekly', 'pending', 1, '{"kept":{},"untraced":0}', now())`,
    `insert into draft_sources (draft_id, source_id, version) values ('drf_${n}', 'src_${n}', 1)`,
    `insert into revisions (draft_id, number, statements, run_id, created_at) values ('drf_${n}', 1, '[${statement}]', 'run_${n}', now())`,
    `insert into statements (draft_id, id, section, position) values ('drf_${n}', 'o1', 'outcome', 0), ('drf_${n}', 'd1', 'decisions', 1), ('drf_${n}', 'a1', 'actions', 2), ('drf_${n}', 'q1', 'questions', 3)`,
    `insert into evidence (draft_id, statement_id, source_id, version, start_offset, end_offset, sentence_start, sentence_end) select 'drf_${n}', id, 'src_${n}', 1, 0, 5, 0, 5 from statements where draft_id = 'drf_${n}'`,
    `update runs set state = 'done', draft_id = 'drf_${n}', ended_at = now() where id = 'run_${n}'`,
    event("run.done", `run_${n}`),
    event("draft.proposed", `drf_${n}`),
  ]);
}

/** The rows of an approval, in one transaction. */
async function bareApprove(store: Store): Promise<void> {
  const n = `y${Date.now()}${++bare}`;
  const { rows } = await store.raw.execute<{ id: string }>(
    sql`select id from drafts where state = 'pending' order by created_at limit 1`,
  );
  const draft = rows[0]!.id;
  await inOne(store, [
    `update drafts set state = 'approved', decided_at = now(), decided_by = 'usr_ada' where id = '${draft}' and state = 'pending'`,
    `insert into reviews (id, draft_id, revision, decision, reviewer_id, created_at) values ('rev_${n}', '${draft}', 1, 'approved', 'usr_ada', now())`,
    `insert into decisions (id, draft_id, created_at, statement_id, text) values ('dec_${n}', '${draft}', now(), 'd1', 'We keep it')`,
    `insert into actions (id, draft_id, created_at, statement_id, text, owner_id, state) values ('act_${n}', '${draft}', now(), 'a1', 'Write it down', 'usr_bo', 'open')`,
    `insert into questions (id, draft_id, created_at, statement_id, text, state) values ('qst_${n}', '${draft}', now(), 'q1', 'Who pays?', 'open')`,
    `insert into documents (id, draft_id, created_at, title, markdown) values ('doc_${n}', '${draft}', now(), 'Weekly', '# Weekly')`,
    event("draft.approved", draft),
  ]);
}

import { readdirSync } from "node:fs";
import { asc, count, eq, inArray, isNotNull, like, ne } from "drizzle-orm";
import type { Told } from "#bench/soak/person";
import {
  actions,
  decisions,
  deliveries,
  documents,
  drafts,
  events,
  modelCalls,
  questions,
  runs,
  sources,
} from "#drizzle/schema/schema";
import type { Store } from "#lib/db/store";
import { verifyLog } from "#lib/events/verify-log";

/** What is wrong with what is there, in sentences, and figures of it. */
export type Audit = { wrong: string[]; figures: Record<string, unknown> };

/** Holds the database to what people were told, when nothing is under way any more: all of it is there, and once. */
export async function audit(
  store: Store,
  told: Told[],
  { exports, requests }: { exports: string; requests: number },
): Promise<Audit> {
  const parts = [
    await auditSources(store, told),
    await auditDrafts(store, told),
    await auditRuns(store),
    await auditRecords(store),
    await auditDeliveries(store, exports),
    await auditCalls(store, requests),
    await auditLog(store),
  ];
  return {
    wrong: parts.flatMap(({ wrong }) => wrong),
    figures: Object.assign({}, ...parts.map(({ figures }) => figures)),
  };
}

async function auditSources({ raw }: Store, told: Told[]): Promise<Audit> {
  const rows = await raw.select({ id: sources.id, title: sources.title }).from(sources);
  const idsOf = Map.groupBy(rows, ({ title }) => title);
  const stored = told.flatMap((one) => [...one.stored]);
  const wrong = stored.flatMap(([mark, id]) => {
    const found = idsOf.get(mark) ?? [];
    return found.length === 1 && found[0]?.id === id
      ? []
      : [`“${mark}” was stored as ${id}, and is there ${found.length} times.`];
  });
  if (rows.length !== stored.length)
    wrong.push(`${stored.length} sources were stored and ${rows.length} are there.`);
  return { wrong, figures: { sources: rows.length } };
}

async function auditDrafts({ raw }: Store, told: Told[]): Promise<Audit> {
  const rows = await raw
    .select({ draftId: events.draftId, kind: events.kind })
    .from(events)
    .where(like(events.kind, "draft.%"))
    .orderBy(asc(events.seq));
  const logged = Map.groupBy(rows, ({ draftId }) => draftId ?? "");
  const states = new Map((await raw.select().from(drafts)).map((draft) => [draft.id, draft]));
  const done = new Map(told.flatMap((one) => [...one.drafts]));
  const wrong = [...states.keys()].flatMap((id) => {
    const expected = ["draft.proposed", ...(done.get(id) ?? []).map((word) => `draft.${word}`)].join(" ");
    const found = (logged.get(id) ?? []).map(({ kind }) => kind).join(" ");
    return found === expected ? [] : [`${id}: people were told of ${expected}; the log has ${found}.`];
  });
  for (const [id, words] of done) {
    const last = words.at(-1);
    const state = last === "approved" || last === "rejected" ? last : "pending";
    if (states.get(id)?.state !== state) wrong.push(`${id} is ${states.get(id)?.state} and not ${state}.`);
  }
  return { wrong, figures: { drafts: states.size, decisions: [...done.values()].flat().length } };
}

async function auditRuns({ raw }: Store): Promise<Audit> {
  const states = await raw.select({ state: runs.state, times: count() }).from(runs).groupBy(runs.state);
  const made = await raw.select({ draftId: runs.draftId }).from(runs).where(isNotNull(runs.draftId));
  const all = await raw.$count(drafts);
  const wrong = states
    .filter(({ state }) => state !== "done" && state !== "failed")
    .map(({ state, times }) => `${times} runs are ${state}.`);
  if (new Set(made.map(({ draftId }) => draftId)).size !== all || made.length !== all)
    wrong.push(`${made.length} runs made ${all} drafts.`);
  const taken = await raw.select({ times: count() }).from(events).where(eq(events.kind, "run.resumed"));
  return {
    wrong,
    figures: {
      runs: Object.fromEntries(states.map(({ state, times }) => [state, times])),
      resumed: taken[0]?.times,
    },
  };
}

async function auditRecords({ raw }: Store): Promise<Audit> {
  const approved = await raw.$count(drafts, eq(drafts.state, "approved"));
  const expected = [2, 1, 1, 1].map((each) => each * approved);
  const found = await Promise.all(
    [actions, decisions, questions, documents].map((table) => raw.$count(table)),
  );
  const wrong =
    expected.join() === found.join()
      ? []
      : [`${approved} approvals made the records ${found}, not ${expected}.`];
  return { wrong, figures: { approved } };
}

async function auditDeliveries({ raw }: Store, exports: string): Promise<Audit> {
  const rows = await raw
    .select({ draftId: deliveries.draftId, recipient: deliveries.recipient, state: deliveries.state })
    .from(deliveries)
    .where(ne(deliveries.state, "cancelled"));
  const approved = await raw.select({ id: drafts.id }).from(drafts).where(eq(drafts.state, "approved"));
  const files = readdirSync(exports).filter((name) => name.endsWith(".md"));
  const [sent, unknown] = ["sent", "unknown"].map((state) => rows.filter((row) => row.state === state));
  const names = new Set(files);
  const wrong = [
    ...rows
      .filter(({ state }) => state !== "sent" && state !== "unknown")
      .map(({ state, recipient }) => `${recipient} is ${state}.`),
    ...(sent ?? [])
      .filter(({ recipient }) => !names.has(recipient))
      .map(({ recipient }) => `${recipient} was sent, and is not there.`),
    ...files
      .filter((name) => !rows.some(({ recipient }) => recipient === name))
      .map((name) => `${name} is there for no approval.`),
  ];
  if (
    rows
      .map((row) => row.draftId)
      .sort()
      .join() !==
    approved
      .map((draft) => draft.id)
      .sort()
      .join()
  )
    wrong.push(`${approved.length} approvals have ${rows.length} deliveries.`);
  return { wrong, figures: { sent: sent?.length, unknown: unknown?.length, files: files.length } };
}

async function auditCalls({ raw }: Store, requests: number): Promise<Audit> {
  const rows = await raw
    .select({ outcome: modelCalls.outcome, times: count() })
    .from(modelCalls)
    .groupBy(modelCalls.outcome);
  const times = Object.fromEntries(rows.map((row) => [row.outcome, row.times])) as Record<string, number>;
  const all = rows.reduce((sum, row) => sum + row.times, 0);
  const unmade = all - requests;
  const wrong = times.pending ? [`${times.pending} calls of the model are pending.`] : [];
  // Who is killed between putting a call on record and making it leaves a row that says "lost".
  if (unmade < 0 || unmade > (times.lost ?? 0))
    wrong.push(`The model was asked ${requests} times, and ${all} are on record.`);
  return { wrong, figures: { asked: requests, calls: times } };
}

async function auditLog(store: Store): Promise<Audit> {
  const { sealed, waiting, broken } = await verifyLog(store);
  const wrong = broken ? [`The log breaks at event ${broken.seq}: ${broken.reason}`] : [];
  if (waiting > 0) wrong.push(`${waiting} events wait for their seal.`);
  return { wrong, figures: { sealed } };
}

/** Whether runs, deliveries or seals are under way or due, so that it is too early to audit. */
export async function isBusy({ raw }: Store): Promise<boolean> {
  const writing = await raw.$count(runs, inArray(runs.state, ["queued", "writing", "checking"]));
  const leaving = await raw.$count(deliveries, inArray(deliveries.state, ["scheduled", "sending"]));
  return writing + leaving > 0;
}

import { fill } from "#bench/fill";
import { FOUND_KINDS } from "#drizzle/schema/search";
import type { Store } from "#lib/db/store";

/** Everybody of the cast in turn, as SQL over a counter n. */
const PERSON = "(array['usr_ada','usr_bo','usr_hugo','usr_dana','usr_ines'])[1 + n % 5]";
const AT = "timestamptz '2026-11-20 12:00Z' - n * interval '7 minutes'";
/** Of so many meetings somebody holds, was handed or put off the draft: hands hold no more in a larger company. */
const IN_HANDS = 1_000;
/** Meetings of one series: a year of weekly ones. */
const SERIES = 52;

/**
 * Adds meetings up to `count`, each with its source, run, draft and log; half of the drafts wait, half were approved
 * and left an action, a decision, a question and a document. Four of ten sources are open, four for attendees, one for
 * a team, one private; four of five belong to a series, and one of a hundred was corrected since. Of the drafts that
 * wait, one of thirty has a statement without a source. Fifty were handed over, twenty put off, half of these until
 * yesterday, and forty are held.
 */
export function seedMeetings(store: Store, from: number, count: number): Promise<void> {
  return fill(store, statementsFor(`generate_series(${from + 1}, ${count}) as n`));
}

function statementsFor(numbers: string): string[] {
  const id = (prefix: string) => `'${prefix}_b' || lpad(n::text, 9, '0')`;
  const statement = (key: string, section: string, text: string) =>
    `jsonb_build_object('id','${key}','section','${section}','text','${text} ' || n,'kept',true,'trace','stated','person',null,'due',null,'flags','[]'::jsonb)`;
  const record = `${id("drf")}, ${AT}, 1`;
  const waiting = `${numbers} where n % 2 = 0`;
  const approved = `${numbers} where n % 2 = 1`;
  return [
    ...searchFilled(),
    `insert into series (id, workflow, name, created_by, created_at)
      select 'ser_b' || n, 'meeting-notes', 'Weekly ' || n, 'usr_ada', now() from (select distinct n / ${SERIES} as n from ${numbers}) as all_of_them on conflict do nothing`,
    `insert into sources (id, workflow, title, held_on, time_zone, author_id, visibility, team_id, series_id, current_version, provenance, content_hash, created_at)
      select ${id("src")}, 'meeting-notes', 'Weekly ' || n, (${AT})::date, 'America/Toronto', ${PERSON},
        (array['open','open','open','open','attendees','attendees','attendees','attendees','team','private'])[1 + n / 5 % 10],
        case when n / 5 % 10 = 8 then 'tea_engineering' end, case when n % 5 > 0 then 'ser_b' || n / ${SERIES} end, case when n % 102 = 4 then 2 else 1 end, '{"via":"paste","format":"plain"}', 'b' || n, ${AT} from ${numbers}`,
    `insert into source_versions (source_id, version, text, hash, lines, words, created_by, created_at)
      select ${id("src")}, 1, 'Weekly ' || n || E'\\nACTION: Bo to write it down by Friday\\nDECISION: we keep it', 'b' || n, 3, 14, ${PERSON}, ${AT} from ${numbers}`,
    `insert into source_versions (source_id, version, text, hash, lines, words, reason, created_by, created_at)
      select source_id, 2, text || ' for now', hash || 'x', lines, words + 2, 'It was wrong', created_by, created_at + interval '1 hour'
      from ${numbers} join source_versions on source_id = ${id("src")} and version = 1 where n % 102 = 4`,
    `insert into source_attendees (source_id, position, name, user_id)
      select ${id("src")}, p, 'Somebody', (array['usr_ada','usr_bo','usr_dana','usr_ines'])[1 + (n + p) % 4] from ${numbers}, generate_series(0, 1) as p`,
    `insert into drafts (id, workflow, title, state, current_revision, counts, brought_by, created_at, decided_at, decided_by)
      select ${id("drf")}, 'meeting-notes', 'Weekly ' || n, case when n % 2 = 1 then 'approved' else 'pending' end, 1,
        jsonb_build_object('kept', '{"actions":1,"decisions":1}'::jsonb, 'untraced', case when n % 62 = 2 then 1 else 0 end), ${PERSON}, ${AT}, case when n % 2 = 1 then ${AT} end, case when n % 2 = 1 then ${PERSON} end from ${numbers}`,
    `insert into runs (id, workflow, workflow_version, writer, state, due_at, draft_id, requested_by, created_at, ended_at)
      select ${id("run")}, 'meeting-notes', 1, 'rules', 'done', ${AT}, ${id("drf")}, ${PERSON}, ${AT}, ${AT} from ${numbers}`,
    `insert into run_sources (run_id, source_id, version) select ${id("run")}, ${id("src")}, 1 from ${numbers}`,
    `insert into draft_sources (draft_id, source_id, version) select ${id("drf")}, ${id("src")}, 1 from ${numbers}`,
    `insert into revisions (draft_id, number, statements, run_id, created_at)
      select ${id("drf")}, 1, jsonb_build_array(${statement("d1", "decisions", "We keep it")}, ${statement("a1", "actions", "Write it down")}, ${statement("q1", "questions", "Who pays")}), ${id("run")}, ${AT} from ${numbers}`,
    `insert into statements (draft_id, id, section, position)
      select ${id("drf")}, (array['d1','a1','q1'])[p], (array['decisions','actions','questions'])[p], p from ${numbers}, generate_series(1, 3) as p`,
    `insert into evidence (draft_id, statement_id, source_id, version, start_offset, end_offset, sentence_start, sentence_end)
      select ${id("drf")}, (array['d1','a1'])[p], ${id("src")}, 1, 10 * p, 10 * p + 5, 10 * p, 10 * p + 8 from ${numbers}, generate_series(1, 2) as p`,
    `insert into handovers (draft_id, from_id, to_id, note, created_at)
      select ${id("drf")}, 'usr_ada', ${PERSON}, 'You were there', ${AT} from ${waiting} and n % 18 = 6 and n <= ${IN_HANDS}`,
    `insert into snoozes (user_id, draft_id, until, created_at, told_at)
      select ${PERSON}, ${id("drf")}, timestamptz '2026-11-20 12:00Z' + case when n / 52 % 2 = 0 then 1 else -1 end * interval '1 day', ${AT}, ${AT} from ${waiting} and n % 52 = 0 and n <= ${IN_HANDS}`,
    `insert into holds (draft_id, holder_id, fence, taken_at, expires_at)
      select ${id("drf")}, ${PERSON}, 1, now(), '2100-01-01' from ${waiting} and n % 24 = 2 and n <= ${IN_HANDS}`,
    `insert into reviews (id, draft_id, revision, decision, reviewer_id, active_ms, evidence_seen, unread, source_version, created_at)
      select ${id("rev")}, ${id("drf")}, 1, 'approved', ${PERSON}, 30000, true, false, 1, ${AT} from ${approved}`,
    `insert into actions (id, draft_id, created_at, version, statement_id, text, owner_id, due_on, state)
      select ${id("act")}, ${record}, 'a1', 'Write it down ' || n, ${PERSON}, (${AT})::date + 7, case when n % 4 = 1 then 'done' else 'open' end from ${approved}`,
    `insert into decisions (id, draft_id, created_at, version, statement_id, text)
      select ${id("dec")}, ${record}, 'd1', 'We keep it ' || n from ${approved}`,
    `insert into questions (id, draft_id, created_at, version, statement_id, text, decider_id, state)
      select ${id("qst")}, ${record}, 'q1', 'Who pays ' || n, ${PERSON}, 'open' from ${approved}`,
    `insert into documents (id, draft_id, created_at, version, title, markdown)
      select ${id("doc")}, ${record}, 'Weekly ' || n, '# Weekly' from ${approved}`,
    `insert into events (at, kind, actor_kind, actor_id, subject_id, source_id, draft_id, data)
      select ${AT}, (array['source.stored','run.done','draft.proposed'])[p], 'user', ${PERSON},
        (array[${id("src")}, ${id("run")}, ${id("drf")}])[p], ${id("src")}, case when p = 3 then ${id("drf")} end,
        '{"workflow":"meeting-notes","visibility":"open","via":"paste","draftId":"","revision":1}' from ${numbers}, generate_series(1, 3) as p`,
  ];
}

/** As if the worker had entered everything into the index of words, or it would do so beside what is measured. */
export function searchFilled(): string[] {
  return [
    `insert into search_fills (kind, after, done_at)
    select unnest(array[${FOUND_KINDS.map((kind) => `'${kind}'`).join(", ")}]), '', now() on conflict (kind) do update set done_at = now()`,
  ];
}

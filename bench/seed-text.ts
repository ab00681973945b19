import { sql } from "drizzle-orm";
import type { Store } from "#lib/db/store";

/** Words there are. */
const VOCABULARY = 20_000;
const LETTERS = "aeioubdgkm";

/** The word of a rank, the most frequent first. */
export function wordOf(rank: number): string {
  return [...String(rank % VOCABULARY).padStart(5, "0")].map((digit) => LETTERS[Number(digit)]).join("");
}

/**
 * Some words in a row, of which the first ranks are far more frequent, as in any language: each action has one of the
 * four most frequent with a likelihood of about a half. `seed` makes each row's its own.
 */
const words = (
  count: number,
  seed: string,
) => `(select string_agg(translate(lpad(floor(${VOCABULARY} * random() ^ 3)::int::text, 5, '0'),
  '0123456789', '${LETTERS}'), ' ') from generate_series(1, ${count}) as k where k + ${seed} > 0)`;

const PERSON = "(array['usr_ada','usr_bo','usr_hugo','usr_dana','usr_ines'])[1 + n % 5]";
const AT = "timestamptz '2026-11-20 12:00Z' - n * interval '7 minutes'";

type Size = { from: number; documents: number; actionsEach: number };

/**
 * Adds meetings with a text each up to `documents`, and what was approved of them. Four of ten are open, four for
 * attendees, one for a team, one private. The index is filled as the worker fills it, but at once.
 */
export async function seedText(store: Store, { from, documents, actionsEach }: Size): Promise<void> {
  const series = `generate_series(${from + 1}, ${documents}) as n`;
  await store.raw.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`select setseed(0.42)`);
    for (const table of TABLES) await tx.execute(sql.raw(`alter table ${table} disable trigger user`));
    for (const statement of rowsOf(series, actionsEach)) await tx.execute(sql.raw(statement));
    for (const statement of ENTER) await tx.execute(sql.raw(statement));
    for (const table of TABLES) await tx.execute(sql.raw(`alter table ${table} enable trigger user`));
  });
  await vacuum(store);
}

// Or the server cleans up beside what is measured.
async function vacuum({ raw }: Store): Promise<void> {
  await raw.execute(sql`set statement_timeout = 0`);
  await raw.execute(sql`vacuum analyze`);
  await raw.execute(sql`checkpoint`);
}

const TABLES = ["sources", "source_versions", "documents", "actions"];

function rowsOf(series: string, actionsEach: number): string[] {
  const id = (prefix: string) => `'${prefix}_b' || lpad(n::text, 9, '0')`;
  return [
    `insert into sources (id, workflow, title, held_on, time_zone, author_id, visibility, team_id, provenance, content_hash, created_at)
      select ${id("src")}, 'meeting-notes', 'Weekly meeting' || n, (${AT})::date, 'America/Toronto', ${PERSON},
        (array['open','open','open','open','attendees','attendees','attendees','attendees','team','private'])[1 + n % 10],
        case when n % 10 = 8 then 'tea_engineering' end, '{"via":"paste","format":"plain"}', 'b' || n, ${AT} from ${series}`,
    `insert into source_versions (source_id, version, text, hash, lines, words, created_by, created_at)
      select ${id("src")}, 1, ${words(300, "n")}, 'b' || n, 1, 300, ${PERSON}, ${AT} from ${series}`,
    `insert into source_attendees (source_id, position, name, user_id)
      select ${id("src")}, p, 'Somebody', (array['usr_ada','usr_bo','usr_dana','usr_ines'])[1 + (n + p) % 4] from ${series}, generate_series(0, 1) as p`,
    `insert into drafts (id, workflow, title, state, current_revision, counts, created_at, decided_at, decided_by)
      select ${id("drf")}, 'meeting-notes', 'Weekly meeting' || n, 'approved', 1, '{"kept":{},"untraced":0}', ${AT}, ${AT}, ${PERSON} from ${series}`,
    `insert into draft_sources (draft_id, source_id, version) select ${id("drf")}, ${id("src")}, 1 from ${series}`,
    `insert into documents (id, draft_id, created_at, version, title, markdown)
      select ${id("doc")}, ${id("drf")}, ${AT}, 1, 'Weekly meeting' || n, ${words(300, "n")} from ${series}`,
    `insert into actions (id, draft_id, created_at, version, statement_id, text, owner_id, due_on, state)
      select ${id("act")} || '_' || p, ${id("drf")}, ${AT}, 1, 'a' || p, ${words(12, "n + p")},
        ${PERSON}, (${AT})::date + 7, case when n % 4 = 1 then 'done' else 'open' end
      from ${series}, generate_series(1, ${actionsEach}) as p`,
  ];
}

const ENTER = [
  `insert into search_entries (id, kind, at, words)
    select s.id, 'source', s.created_at, search_words(s.title, v.text) from sources s
    join source_versions v on v.source_id = s.id on conflict do nothing`,
  `insert into search_entries (id, kind, at, words)
    select id, 'document', created_at, search_words(title, markdown) from documents on conflict do nothing`,
  `insert into search_entries (id, kind, at, words)
    select id, 'action', created_at, search_words(text, '') from actions on conflict do nothing`,
];

import { and, eq, inArray, isNull, ne, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import {
  actions,
  blockers,
  decisions,
  drafts,
  leadImports,
  leads,
  questions,
  series,
  sources,
  teams,
  users,
} from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";

/** The ids that lines of the log name, by what they are. */
type Named = { subjectId: string; sourceId: string | null; draftId: string | null; actorId: string | null };
type Line = Named & { data: Record<string, unknown> };

/** Names and titles by id. What is gone by now has none. */
export type Names = ReadonlyMap<string, string>;

type Nameable = {
  table:
    | typeof users
    | typeof teams
    | typeof drafts
    | typeof sources
    | typeof series
    | typeof actions
    | typeof decisions
    | typeof questions
    | typeof blockers
    | typeof leads
    | typeof leadImports;
  name: AnyPgColumn<{ data: string; notNull: true }>;
  /** What deletion leaves of a thing has no name. */
  there?: SQL;
  /** The draft a record is of. A record may move to another one, which not everybody sees who may read its lines. */
  draftId?: AnyPgColumn;
};

const TABLES: Record<string, Nameable> = {
  usr: { table: users, name: users.name },
  tea: { table: teams, name: teams.name },
  drf: { table: drafts, name: drafts.title, there: ne(drafts.state, "deleted") },
  src: { table: sources, name: sources.title, there: isNull(sources.deletedAt) },
  imp: { table: leadImports, name: leadImports.fileName },
  led: { table: leads, name: leads.name, there: isNull(leads.deletedAt) },
  ser: { table: series, name: series.name },
  dec: { table: decisions, name: decisions.text, draftId: decisions.draftId },
  act: { table: actions, name: actions.text, draftId: actions.draftId },
  qst: { table: questions, name: questions.text, draftId: questions.draftId },
  // Its lines are read by who sees the update it was said in last, who may not be all who see the one before.
  blk: { table: blockers, name: blockers.text, there: eq(blockers.visibility, "open") },
};

/**
 * Looks up everything that these lines name, in one query per kind of thing. Who may read the lines was asked before; a
 * record has a name where it is of a draft that one of them is about.
 */
export async function readNames(db: Database | Tx, lines: Line[]): Promise<Names> {
  const ids = new Set(lines.flatMap(idsIn));
  const draftIds = [...new Set(lines.flatMap(({ draftId }) => draftId ?? []))];
  const found = new Map<string, string>();
  // One after the other: within a transaction there is one connection.
  for (const [prefix, nameable] of Object.entries(TABLES)) {
    const ofKind = [...ids].filter((id) => id.startsWith(`${prefix}_`));
    for (const row of await lookUp(db, ofKind, draftIds, nameable)) found.set(row.id, row.name);
  }
  return found;
}

function idsIn({ subjectId, sourceId, draftId, actorId, data }: Line): string[] {
  const told = Object.values(data).filter((value) => typeof value === "string");
  return [subjectId, sourceId, draftId, actorId, ...told].filter((id) => id !== null);
}

async function lookUp(
  db: Database | Tx,
  ids: string[],
  draftIds: string[],
  { table, name, there, draftId }: Nameable,
) {
  if (ids.length === 0) return [];
  return db
    .select({ id: table.id, name })
    .from(table)
    .where(and(inArray(table.id, ids), there, draftId && inArray(draftId, draftIds)));
}

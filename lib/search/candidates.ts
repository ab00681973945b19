import { eq, or, type SQL, sql } from "drizzle-orm";
import {
  actions,
  blockers,
  decisions,
  documents,
  promises,
  questions,
  sources,
} from "#drizzle/schema/schema";
import type { FoundKind } from "#drizzle/schema/search";
import type { Tx } from "#lib/db/store";
import type { UserActor } from "#lib/events/context";
import { commonKinds, ofKind } from "#lib/search/frequency";
import { visibleBlocker, visibleDraft, visibleSource } from "#lib/sources/visibility";

/** Matches that are looked at, the newest first, for those that the actor may see; and of these, how many are ranked. */
const LOOKED_AT = 4_000;
const RANKED = 300;
/** A search that takes longer is stopped, in milliseconds. The embedded database knows no such limit. */
const PATIENCE_MS = 3_000;

/** What matched, by its rank within its kind. */
export type Candidate = { kind: FoundKind; id: string; at: Date };

/**
 * Begins a look at one moment of the database, so that what is shown of something is no younger than the permission to
 * see it. Whatever the statistics say, the index of words is read: guessing wrong would read everything.
 */
export async function beginLook(tx: Tx): Promise<void> {
  await tx.execute(sql`set transaction isolation level repeatable read, read only`);
  await tx.execute(sql`select set_config('statement_timeout', ${String(PATIENCE_MS)}, true),
    set_config('enable_seqscan', 'off', true), set_config('work_mem', '16MB', true)`);
}

/** The best `most` matches of each kind that the actor may see, out of the newest. */
export async function listCandidates(
  tx: Tx,
  actor: UserActor,
  query: string,
  kinds: readonly FoundKind[],
  most: number,
): Promise<Candidate[]> {
  const common = await commonKinds(tx, query, kinds);
  const parts = kinds.map((kind) => bestOf(actor, kind, query, common.has(kind), most));
  const { rows } = await tx.execute<{ kind: FoundKind; id: string; at: string | Date }>(
    sql.join(parts, sql` union all `),
  );
  return rows.map(({ kind, id, at }) => ({ kind, id, at: new Date(at) }));
}

function bestOf(actor: UserActor, kind: FoundKind, query: string, common: boolean, most: number): SQL {
  // Seen row by row, in the order of the matches, and only until enough are found.
  return sql`(select ${sql.raw(`'${kind}'`)} as kind, ranked.id, ranked.at from (
      select id, at, ts_rank(words, ${query}::tsquery, 1) as rank
      from (${common ? newestFirst(kind, query) : gathered(kind, query)}) as matching
      where ${VISIBLE[kind](actor)} limit ${sql.raw(String(RANKED))}) as ranked
    order by ranked.rank desc, ranked.at desc, ranked.id desc limit ${sql.raw(String(most))})`;
}

/** All matches, by the index of words; put into their order afterwards. */
function gathered(kind: FoundKind, query: string): SQL {
  return sql`select * from (select id, at, words from search_entries
      where ${ofKind(kind)} and words @@ ${query}::tsquery offset 0) as gathered
    order by at desc, id desc limit ${sql.raw(String(LOOKED_AT))}`;
}

/**
 * The newest matches of a word that is nearly everywhere. Hidden in a case, so that neither the index of words nor a
 * wrong guess of how few match leads away from the order.
 */
function newestFirst(kind: FoundKind, query: string): SQL {
  return sql`select id, at, words from search_entries
    where ${ofKind(kind)} and case when words @@ ${query}::tsquery then true else false end
    order by at desc, id desc limit ${sql.raw(String(LOOKED_AT))}`;
}

const behind =
  (table: typeof decisions | typeof promises | typeof questions | typeof documents) => (actor: UserActor) =>
    sql`(select ${visibleDraft(actor, table.draftId)} from ${table} where ${table.id} = matching.id)`;

/** Who may see what was found, by the rule of each kind's own lists. */
const VISIBLE: Record<FoundKind, (actor: UserActor) => SQL> = {
  person: () => sql`true`,
  // Deleted ones are not entered.
  lead: () => sql`true`,
  document: behind(documents),
  decision: behind(decisions),
  promise: behind(promises),
  question: behind(questions),
  action: (actor) =>
    sql`(select ${or(eq(actions.ownerId, actor.id), visibleDraft(actor, actions.draftId))} from ${actions} where ${actions.id} = matching.id)`,
  blocker: (actor) =>
    sql`(select ${visibleBlocker(actor)} from ${blockers} where ${blockers.id} = matching.id)`,
  source: (actor) =>
    sql`(select ${visibleSource(actor)} from ${sources} where ${sources.id} = matching.id and ${sources.deletedAt} is null)`,
};

import { and, eq, type SQL, sql } from "drizzle-orm";
import { stems } from "#drizzle/schema/records";
import { actions, drafts, users } from "#drizzle/schema/schema";
import { anyOf } from "#lib/db/any-of";
import { inTransaction, type Store, type Tx } from "#lib/db/store";
import { isStopped } from "#lib/db/violations";
import { likenessOf, SHARED_ELSEWHERE, saySame } from "#lib/grounding/alike";
import type { EarlierRecord } from "#lib/grounding/earlier";
import { beginLook } from "#lib/search/candidates";
import { sharingWords } from "#lib/search/sharing";
import { draftSeenWith } from "#lib/sources/audience";

/** Texts that are looked for, and of what shares words with one, the newest that are read. */
const MOST_TEXTS = 300;
const READ = 100;

/**
 * Open actions of any other meeting that may be the same as what is said now: most of the words of one text, and a meeting
 * that everybody who sees the source sees too. By the index of words, so that it takes as long with a million actions as
 * with a thousand. Where the database is too busy for it, none: they are an offer. For the worker: who acts is not asked.
 */
export async function findElsewhere(
  store: Store,
  sourceId: string,
  texts: string[],
  known: EarlierRecord[],
): Promise<EarlierRecord[]> {
  if (texts.length === 0) return [];
  const found = await inTransaction(store, async (tx) => {
    await beginLook(tx);
    const alike = new Set<string>();
    for (const text of texts.slice(0, MOST_TEXTS)) for (const id of await listAlike(tx, text)) alike.add(id);
    for (const { id } of known) alike.delete(id);
    return readSeen(tx, sourceId, [...alike]);
  }).catch(noneInTime);
  return found.map((action, i) => ({
    ...action,
    ref: `e${known.length + i + 1}`,
    kind: "action",
    isOpen: true,
    isCarried: false,
    isElsewhere: true,
  }));
}

/** The ids of open actions that say nearly the same. */
async function listAlike(tx: Tx, text: string): Promise<string[]> {
  const query = sharingWords(text, SHARED_ELSEWHERE);
  if (!query) return [];
  const { rows } = await tx.execute<{ id: string; text: string }>(alikeQuery(query));
  const said = likenessOf(text);
  return rows.filter((row) => saySame(said, likenessOf(row.text))).map(({ id }) => id);
}

/** The index is read whatever the statistics say: its condition is one that they can’t tell much about. */
export function alikeQuery(query: string): SQL {
  return sql`select id, text from (
      select id, text, created_at from ${actions} where ${actions.state} = 'open'
        and ${stems(actions.text)} @@ to_tsquery('pg_catalog.english', ${query}) offset 0) as gathered
    order by created_at desc, id desc limit ${sql.raw(String(READ))}`;
}

type Found = Pick<EarlierRecord, "id" | "version" | "text" | "personId" | "personName" | "dueOn">;

/** Of some actions, those that everybody sees who sees the source, as they are now. For the worker. */
export function readSeen(tx: Tx, sourceId: string, ids: string[]): Promise<Found[]> {
  return tx
    .select({
      id: actions.id,
      version: actions.version,
      text: actions.text,
      personId: actions.ownerId,
      personName: sql<string | null>`coalesce(${users.name}, ${actions.ownerName})`,
      dueOn: actions.dueOn,
    })
    .from(actions)
    .innerJoin(drafts, and(eq(drafts.id, actions.draftId), eq(drafts.state, "approved")))
    .leftJoin(users, eq(users.id, actions.ownerId))
    .where(and(anyOf(actions.id, ids), draftSeenWith(actions.draftId, sourceId)))
    .orderBy(actions.id);
}

function noneInTime(error: unknown): Found[] {
  if (isStopped(error)) return [];
  throw error;
}

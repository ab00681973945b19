import { sql } from "drizzle-orm";
import type { Tx } from "#lib/db/store";
import type { EarlierRecord } from "#lib/grounding/earlier";
import { readEarlier } from "#lib/series/earlier";
import { readSeen } from "#lib/series/elsewhere";

/**
 * Whether what a run was given of earlier meetings still says the same, and still to everybody who sees its source. Words
 * may have been taken out meanwhile, a meeting deleted or shared with others. Holds every source it asks about, so that
 * this stays so until the caller's transaction has ended.
 */
export async function isStillKnown(tx: Tx, sourceId: string, given: EarlierRecord[]): Promise<boolean> {
  if (given.length === 0) return true;
  await holdSources(tx, sourceId, given);
  const elsewhere = given.flatMap(({ id, isElsewhere }) => (isElsewhere ? [id] : []));
  const read = [...(await readEarlier(tx, sourceId)), ...(await readSeen(tx, sourceId, elsewhere))];
  const now = new Map(read.map((record) => [record.id, record]));
  return given.every((record) => saysTheSame(record, now.get(record.id)));
}

/** Who is on the roster is named by the roster: another owner is no other word. */
function saysTheSame(
  before: EarlierRecord,
  now: Pick<EarlierRecord, "text" | "personName"> | undefined,
): boolean {
  if (!now || now.text !== before.text) return false;
  return before.personId !== null || now.personName === before.personName;
}

// In the order of their ids: two runs that end at once wait for each other in one order.
async function holdSources(tx: Tx, sourceId: string, given: EarlierRecord[]): Promise<void> {
  const ids = sql.join(
    given.map(({ id }) => sql`${id}`),
    sql`, `,
  );
  await tx.execute(sql`
    select id from sources where id = ${sourceId} or id in (
      select behind.source_id from draft_sources behind where behind.draft_id in (
        select draft_id from actions where id in (${ids})
        union select draft_id from decisions where id in (${ids})
        union select draft_id from questions where id in (${ids})))
    order by id for share`);
}

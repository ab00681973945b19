import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import { events, seals, unsealedEvents } from "#drizzle/schema/schema";
import { inTransaction, type Store, type Tx } from "#lib/db/store";
import { hashOf } from "#lib/events/canonical";
import { failpoint } from "#lib/events/failpoint";

/** Any number, as long as each version of Countersign uses the same one. */
const SEAL_LOCK = 7_319_403;
const BATCH = 1000;

/** What the first seal follows on. */
export const GENESIS = "0".repeat(64);

/** The hash that seals an event after the one before it. Named one by one: a column added later must not break the chain. */
export function sealOf(before: string, event: typeof events.$inferSelect): string {
  const { seq, at, kind, actorKind, actorId, subjectId, sourceId, draftId, data, door, originHash } = event;
  const said = { seq, at, kind, actorKind, actorId, subjectId, sourceId, draftId, data, door, originHash };
  return hashOf([before, hashOf(said)]);
}

/**
 * Chains the events that no seal covers yet, and says how many. Apart from recording, so that no verb waits for the
 * end of the chain. Of several sealers one works; the others leave it to it.
 */
export async function sealEvents(store: Store): Promise<number> {
  let sealed = 0;
  let last: number;
  do {
    last = await inTransaction(store, sealBatch);
    if (last > 0) failpoint("log.sealed");
    sealed += last;
  } while (last === BATCH);
  return sealed;
}

async function sealBatch(tx: Tx): Promise<number> {
  const [lock] = await tx
    .select({ taken: sql<boolean>`pg_try_advisory_xact_lock(${SEAL_LOCK})` })
    .from(sql`(select 1) as one`);
  if (!lock?.taken) return 0;
  const waiting = await tx
    .select({ event: events })
    .from(unsealedEvents)
    .innerJoin(events, eq(events.seq, unsealedEvents.seq))
    .orderBy(asc(unsealedEvents.seq))
    .limit(BATCH);
  if (waiting.length === 0) return 0;
  const [head] = await tx.select().from(seals).orderBy(desc(seals.position)).limit(1);
  let { position, hash } = head ?? { position: 0, hash: GENESIS };
  const rows = waiting.map(({ event }) => {
    hash = sealOf(hash, event);
    position++;
    return { position, seq: event.seq, hash };
  });
  await tx.insert(seals).values(rows);
  await tx.delete(unsealedEvents).where(
    inArray(
      unsealedEvents.seq,
      rows.map(({ seq }) => seq),
    ),
  );
  failpoint("log.sealing");
  return rows.length;
}

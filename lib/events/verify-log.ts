import { and, asc, count, eq, gt, isNull } from "drizzle-orm";
import { eventOrigins, events, seals, unsealedEvents } from "#drizzle/schema/schema";
import { type Database, reader, type Store } from "#lib/db/store";
import { originHash } from "#lib/events/origin";
import { GENESIS, sealOf } from "#lib/events/seal";

/** Where the chain over the log breaks first. `position` is null for an event that is not in the chain. */
export type Break = { position: number | null; seq: number; reason: string };

/** What a look at the whole log found. `head` is the last hash that holds: noted elsewhere, it proves the log until there. */
export type LogCheck = { sealed: number; waiting: number; head: string; broken: Break | null };

const BATCH = 1000;
const UNNAMED = "Where it came from was deleted, and the log names no redaction of it.";

/**
 * Reads the whole log and checks every seal: the events as they were recorded, in their order, none taken out, and
 * what stands beside them unchanged or redacted by somebody whom the log names. Takes as long as the log is.
 */
export async function verifyLog(store: Store): Promise<LogCheck> {
  const db = reader(store);
  let redactions = await readRedactions(db);
  let hash = GENESIS;
  let sealed = 0;
  for (;;) {
    const links = await readLinks(db, sealed);
    for (const link of links) {
      let reason = faultOf(link, sealed + 1, hash, redactions);
      // Somebody may have been redacted since.
      if (reason === UNNAMED) {
        redactions = await readRedactions(db);
        reason = faultOf(link, sealed + 1, hash, redactions);
      }
      if (reason) {
        const broken = { position: link.seal.position, seq: link.seal.seq, reason };
        return { sealed, waiting: 0, head: hash, broken };
      }
      hash = link.seal.hash;
      sealed++;
    }
    if (links.length < BATCH) break;
  }
  const waiting = await countWaiting(db);
  return { sealed, waiting, head: hash, broken: await findLoose(db) };
}

/** Whether a hash is one of the chain's: of a log that holds, nothing up to there was replaced or cut off. */
export async function hasSeal(store: Store, hash: string): Promise<boolean> {
  const [row] = await reader(store).select({ seq: seals.seq }).from(seals).where(eq(seals.hash, hash));
  return row !== undefined;
}

type Link = {
  seal: typeof seals.$inferSelect;
  event: typeof events.$inferSelect | null;
  origin: typeof eventOrigins.$inferSelect | null;
};

function readLinks(db: Database, after: number): Promise<Link[]> {
  return db
    .select({ seal: seals, event: events, origin: eventOrigins })
    .from(seals)
    .leftJoin(events, eq(events.seq, seals.seq))
    .leftJoin(eventOrigins, eq(eventOrigins.seq, seals.seq))
    .where(gt(seals.position, after))
    .orderBy(asc(seals.position))
    .limit(BATCH);
}

/** The newest redaction of each person, by their id. */
type Redactions = ReadonlyMap<string, number>;

async function readRedactions(db: Database): Promise<Redactions> {
  const rows = await db
    .select({ userId: events.subjectId, seq: events.seq })
    .from(events)
    .where(eq(events.kind, "log.redacted"))
    .orderBy(asc(events.seq));
  return new Map(rows.map(({ userId, seq }) => [userId, seq]));
}

function faultOf(
  { seal, event, origin }: Link,
  position: number,
  before: string,
  redactions: Redactions,
): string | null {
  if (seal.position !== position) return `Seal ${position} is missing.`;
  if (!event) return "Its event was deleted.";
  if (sealOf(before, event) !== seal.hash)
    return "Its event or its seal was changed after it was sealed, or the one before it was replaced.";
  if (origin) return originHash(origin) === event.originHash ? null : "Where it came from was changed.";
  const redacted = event.originHash === null || (redactions.get(personOf(event)) ?? 0) > event.seq;
  return redacted ? null : UNNAMED;
}

/** Whom the place beside an event tells of: who acted, or who signed in. */
function personOf({ actorId, data }: Pick<typeof events.$inferSelect, "actorId" | "data">): string {
  return actorId ?? (typeof data.userId === "string" ? data.userId : "");
}

async function countWaiting(db: Database): Promise<number> {
  const [row] = await db.select({ waiting: count() }).from(unsealedEvents);
  return row?.waiting ?? 0;
}

async function findLoose(db: Database): Promise<Break | null> {
  const [row] = await db
    .select({ seq: events.seq })
    .from(events)
    .leftJoin(seals, eq(seals.seq, events.seq))
    .leftJoin(unsealedEvents, eq(unsealedEvents.seq, events.seq))
    .where(and(isNull(seals.seq), isNull(unsealedEvents.seq)))
    .orderBy(asc(events.seq))
    .limit(1);
  return row ? { position: null, seq: row.seq, reason: "It was taken out of the chain." } : null;
}

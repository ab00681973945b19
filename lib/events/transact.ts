import { sql } from "drizzle-orm";
import { eventOrigins, events } from "#drizzle/schema/schema";
import { inTransaction, type Tx } from "#lib/db/store";
import { isDeadlock } from "#lib/db/violations";
import type { Ctx } from "#lib/events/context";
import { failAround, failpoint } from "#lib/events/failpoint";
import type { Event } from "#lib/events/kinds";
import { originHash, originOf } from "#lib/events/origin";
import type { Entry } from "#lib/queue/queue";

/** The channel on which every process hears of new events: their numbers, comma-separated. */
export const EVENTS_CHANNEL = "countersign_events";

const MOST_AT_ONCE = 400;
const MOST_TRIES = 4;

/** What a verb does its writing with. `record` and `enqueue` become true with the transaction or not at all. */
export type Work = {
  tx: Tx;
  record: (event: Event) => void;
  enqueue: (entry: Entry) => void;
};

/**
 * Runs a verb's writes in one transaction with its events and queue entries, and again where it and another one waited
 * for each other. Throws if nothing was recorded: a change that the log doesn't know of is a defect.
 * To leave without a change (a duplicate, say), throw or return before calling it.
 */
export async function transact<T>(ctx: Ctx, work: (work: Work) => Promise<T>): Promise<T> {
  for (let left = MOST_TRIES - 1; ; left--)
    try {
      return await transactOnce(ctx, work);
    } catch (error) {
      if (!isDeadlock(error) || left === 0) throw error;
    }
}

async function transactOnce<T>(ctx: Ctx, work: (work: Work) => Promise<T>): Promise<T> {
  const recorded: Event[] = [];
  const entries: Entry[] = [];
  const value = await inTransaction(ctx.store, async (tx) => {
    await ctx.receipt?.claim(tx);
    const value = await work({
      tx,
      record: (event) => recorded.push(event),
      enqueue: (entry) => entries.push(entry),
    });
    if (recorded.length === 0) throw new Error("A verb changed something without recording an event.");
    await writeEvents(ctx, tx, recorded);
    failpoint("events.written");
    for (const entry of entries) await ctx.queue.send(tx, entry);
    await ctx.receipt?.sign(tx, value);
    failAround("before", recorded);
    return value;
  });
  failAround("after", recorded);
  return value;
}

async function writeEvents(ctx: Ctx, tx: Tx, recorded: Event[]): Promise<void> {
  // A statement has at most 65,535 parameters, and a notification 8,000 bytes.
  for (let from = 0; from < recorded.length; from += MOST_AT_ONCE)
    await writeSome(ctx, tx, recorded.slice(from, from + MOST_AT_ONCE));
}

async function writeSome(ctx: Ctx, tx: Tx, recorded: Event[]): Promise<void> {
  const actor = ctx.actor;
  const origins = recorded.map(() => originOf(ctx.from));
  const rows = await tx
    .insert(events)
    .values(
      recorded.map(({ kind, data, subjectId, sourceId, draftId }, n) => ({
        at: ctx.now(),
        kind,
        actorKind: actor.kind,
        actorId: actor.kind === "user" ? actor.id : null,
        subjectId,
        sourceId: sourceId ?? null,
        draftId: draftId ?? null,
        data,
        door: ctx.from?.door ?? null,
        originHash: origins[n] ? originHash(origins[n]) : null,
      })),
    )
    .returning({ seq: events.seq });
  const beside = rows.flatMap(({ seq }, n) => (origins[n] ? { seq, ...origins[n] } : []));
  if (beside.length) await tx.insert(eventOrigins).values(beside);
  const numbers = rows.map((row) => row.seq).join(",");
  await tx.execute(sql`select pg_notify(${EVENTS_CHANNEL}, ${numbers})`);
}

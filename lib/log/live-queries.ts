import { and, asc, gt, inArray, max } from "drizzle-orm";
import { events } from "#drizzle/schema/schema";
import { reader, type Store } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { visibleEvent } from "#lib/log/visibility";

/** What an open page is told of an event: enough to know what to fetch again under its own rights. */
export type LiveEvent = {
  seq: number;
  kind: string;
  subjectId: string;
  sourceId: string | null;
  draftId: string | null;
};

/** More than this after a pause, and the page should rather load again. */
export const MOST_REPLAYED = 200;

const columns = {
  seq: events.seq,
  kind: events.kind,
  subjectId: events.subjectId,
  sourceId: events.sourceId,
  draftId: events.draftId,
};

/** Of the events with these numbers, the ones the actor may read, in order. */
export function listEventsBySeq(ctx: UserCtx, seqs: number[]): Promise<LiveEvent[]> {
  return reader(ctx.store)
    .select(columns)
    .from(events)
    .where(and(inArray(events.seq, seqs), visibleEvent(ctx.actor)))
    .orderBy(asc(events.seq));
}

/** The events after a number that the actor may read, at most 200, in order. */
export function listEventsAfter(ctx: UserCtx, seq: number): Promise<LiveEvent[]> {
  return reader(ctx.store)
    .select(columns)
    .from(events)
    .where(and(gt(events.seq, seq), visibleEvent(ctx.actor)))
    .orderBy(asc(events.seq))
    .limit(MOST_REPLAYED);
}

/** The number of the newest event of all, which tells nothing of it; 0 before the first. */
export async function getNewestEvent(store: Store): Promise<number> {
  const [row] = await reader(store)
    .select({ seq: max(events.seq) })
    .from(events);
  return row?.seq ?? 0;
}

import { and, asc, gt, inArray } from "drizzle-orm";
import { events } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
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

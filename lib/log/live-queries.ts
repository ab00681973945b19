import { and, asc, gt, or, sql } from "drizzle-orm";
import { events } from "#drizzle/schema/schema";
import { anyOf } from "#lib/db/any-of";
import { gathered } from "#lib/db/gather";
import { reader, type Store } from "#lib/db/store";
import type { Ports, UserActor, UserCtx } from "#lib/events/context";
import { type LiveCursor, MOST_MISSING, range } from "#lib/log/live-cursor";
import { visibleEvent } from "#lib/log/visibility";

/** What an open page is told of an event: enough to know what to fetch again under its own rights. */
export type LiveEvent = {
  seq: number;
  kind: string;
  subjectId: string;
  sourceId: string | null;
  draftId: string | null;
};

/** No transaction takes longer from numbering its events to its commit. */
const COMMITTED_MS = 60_000;
const MOST_RECENT = 500;

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
export async function listEventsBySeq(ctx: UserCtx, seqs: number[]): Promise<LiveEvent[]> {
  const shared = await Promise.all(seqs.map((seq) => eventForAll(ctx.store, seq)));
  const open = shared.filter((event) => event !== undefined);
  const rest = seqs.filter((_, n) => !shared[n]);
  const own = rest.length > 0 ? await listVisible(ctx.store, rest, ctx.actor) : [];
  return [...open, ...own].sort((one, other) => one.seq - other.seq);
}

/** An event that everybody may read, by its number. */
const eventForAll = gathered(async (store: Store, seqs: number[]) => {
  const open = await listVisible(store, seqs, ANYBODY);
  return new Map(open.map((event) => [event.seq, event]));
});

/** Sees what a viewer sees who did nothing and was told nothing, which everybody else sees too. */
const ANYBODY: UserActor = { kind: "user", id: "", name: "", role: "viewer" };

function listVisible(store: Store, seqs: number[], actor: UserActor): Promise<LiveEvent[]> {
  return reader(store)
    .select(columns)
    .from(events)
    .where(and(anyOf(events.seq, seqs), visibleEvent(actor)))
    .orderBy(asc(events.seq));
}

/** The events that are news after a cursor and that the actor may read, at most 200, in order. */
export function listEventsAfter(ctx: UserCtx, { newest, missing }: LiveCursor): Promise<LiveEvent[]> {
  return reader(ctx.store)
    .select(columns)
    .from(events)
    .where(and(or(gt(events.seq, newest), anyOf(events.seq, missing)), visibleEvent(ctx.actor)))
    .orderBy(asc(events.seq))
    .limit(MOST_REPLAYED);
}

/**
 * How far the log is, which tells nothing of its events. A number that is missing below a recent event may be of a
 * transaction that has yet to commit; one that was missing for a minute was rolled back.
 */
export async function getLiveCursor({ store, now }: Pick<Ports, "store" | "now">): Promise<LiveCursor> {
  const since = new Date(now().getTime() - COMMITTED_MS).toISOString();
  const gaps = await reader(store).execute<{ newest: string; gapFrom: string | null; gapTo: string }>(sql`
    with recent as (
      select seq from events where at > ${since} order by at desc, seq desc limit ${MOST_RECENT}),
    stepped as (select seq, lag(seq) over (order by seq) as before from recent),
    gaps as (
      select coalesce(before, (select max(older.seq) from events older where older.seq < stepped.seq), 0) + 1 as "gapFrom",
        seq as "gapTo" from stepped)
    select newest.seq as newest, gaps.* from (select coalesce(max(seq), 0) as seq from events) newest
      left join gaps on "gapFrom" < "gapTo" order by "gapTo"`);
  return gaps.rows.reduce<LiveCursor>(
    ({ missing }, { newest, gapFrom, gapTo }) => ({
      newest: Number(newest),
      missing:
        gapFrom === null
          ? missing
          : [...missing, ...range(Number(gapFrom), Number(gapTo))].slice(-MOST_MISSING),
    }),
    { newest: 0, missing: [] },
  );
}

import { and, desc, eq, gte, isNotNull, lt } from "drizzle-orm";
import { blockers } from "#drizzle/schema/schema";
import { getAttention } from "#lib/attention/queries";
import type { ResolvedBlocker, ToldWeek } from "#lib/briefing/told-week";
import { reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { getAdoption } from "#lib/figures/people-queries";
import { periodOf, spanOf } from "#lib/figures/period";
import { getRecordFigures } from "#lib/figures/record-queries";
import { getReviewing } from "#lib/figures/review-queries";
import { getSpend } from "#lib/figures/spend-queries";
import { addDays, type Day, localDay } from "#lib/format/dates";
import { visibleBlocker } from "#lib/sources/visibility";

const MOST_RESOLVED = 3;

/**
 * The figures of the week from a Monday on, those of the week before, and what needs somebody now: all of it as the
 * actor sees it, who is told of nothing that Today would not show them. `forbidden` for members and viewers.
 */
export async function readWeek(ctx: UserCtx, monday: Day, timeZone: string): Promise<ToldWeek> {
  const [now, before] = [addDays(monday, 6), addDays(monday, -1)];
  const week = (today: Day) => [ctx, { period: "week" }, { timeZone, today }] as const;
  const [attention, spend, reviews, reviewsBefore, records, recordsBefore, use, useBefore, resolved] =
    await Promise.all([
      getAttention(ctx, localDay(ctx.now(), timeZone)),
      getSpend(ctx, {}, { timeZone, today: localDay(ctx.now(), timeZone) }),
      getReviewing(...week(now)),
      getReviewing(...week(before)),
      getRecordFigures(...week(now)),
      getRecordFigures(...week(before)),
      getAdoption(...week(now)),
      getAdoption(...week(before)),
      listResolved(ctx, now, timeZone),
    ]);
  return {
    attention,
    spend,
    resolved,
    now: { reviews, records, use },
    before: { reviews: reviewsBefore, records: recordsBefore, use: useBefore },
  };
}

/** Blockers that were resolved in the week of a day and that the actor sees, those that had been said longest first. */
function listResolved(ctx: UserCtx, day: Day, timeZone: string): Promise<ResolvedBlocker[]> {
  const { from, until } = spanOf(periodOf("week", 0, day), timeZone);
  return reader(ctx.store)
    .select({
      text: blockers.text,
      personName: blockers.personName,
      days: blockers.days,
      closing: blockers.closing,
    })
    .from(blockers)
    .where(
      and(
        eq(blockers.state, "resolved"),
        isNotNull(blockers.closedAt),
        gte(blockers.closedAt, from),
        lt(blockers.closedAt, until),
        visibleBlocker(ctx.actor),
      ),
    )
    .orderBy(desc(blockers.days), desc(blockers.id))
    .limit(MOST_RESOLVED);
}

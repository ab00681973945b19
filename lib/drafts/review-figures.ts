import { and, desc, eq, gte, isNotNull, type SQL, sql } from "drizzle-orm";
import { reviews } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { canSeeReviewFigures } from "#lib/drafts/policy";
import { UNREAD_IN_A_ROW } from "#lib/drafts/reading";
import type { UserCtx } from "#lib/events/context";
import { visibleDraft } from "#lib/sources/visibility";

/** How a team reviews, of everybody together. `medianMs` is null where nothing was measured. */
export type ReviewFigures = { approvals: number; unread: number; medianMs: number | null };

/** Older approvals say nothing of how somebody reads now. */
const STREAK_MS = 3600 * 1000;

/**
 * Approvals since an instant that were measured, of drafts the actor sees, how many of them nobody can have read, and the
 * median time of a review. Null for who may not see it, and where nothing was measured. It names nobody: it is about the queue, not about a person.
 */
export async function getReviewFigures(ctx: UserCtx, since: Date): Promise<ReviewFigures | null> {
  if (!canSeeReviewFigures(ctx.actor)) return null;
  const approved = sql`${reviews.decision} = 'approved'`;
  const [row] = await reader(ctx.store)
    .select({
      approvals: countWhere(approved),
      unread: countWhere(sql`${approved} and ${reviews.unread}`),
      medianMs: sql<number | null>`percentile_cont(0.5) within group (order by ${reviews.activeMs})`.mapWith(
        Number,
      ),
    })
    .from(reviews)
    .where(
      and(
        isNotNull(reviews.activeMs),
        gte(reviews.createdAt, since),
        visibleDraft(ctx.actor, reviews.draftId),
      ),
    );
  return row && (row.approvals > 0 || row.medianMs !== null) ? row : null;
}

/** How many of the actor's last approvals, within an hour and one after the other, nobody can have read. */
export async function getUnreadStreak(ctx: UserCtx): Promise<number> {
  const rows = await reader(ctx.store)
    .select({ unread: reviews.unread })
    .from(reviews)
    .where(
      and(
        eq(reviews.reviewerId, ctx.actor.id),
        eq(reviews.decision, "approved"),
        gte(reviews.createdAt, new Date(ctx.now().getTime() - STREAK_MS)),
      ),
    )
    .orderBy(desc(reviews.createdAt), desc(reviews.id))
    .limit(UNREAD_IN_A_ROW);
  const read = rows.findIndex(({ unread }) => !unread);
  return read === -1 ? rows.length : read;
}

function countWhere(condition: SQL): SQL<number> {
  return sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
}

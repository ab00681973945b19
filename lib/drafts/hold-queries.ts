import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import { drafts, holds, users } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import type { DeskHold } from "#lib/drafts/view";
import type { UserCtx } from "#lib/events/context";
import { visibleDraft } from "#lib/sources/visibility";

const MOST = 200;

/**
 * Who reads which draft now, of those the actor sees. There are as many as there are people at work, so the queue asks
 * for all of them. Not to be kept until the next event: a renewed hold has none.
 */
export async function listHolds(ctx: UserCtx): Promise<DeskHold[]> {
  const rows = await reader(ctx.store)
    .select({ draftId: holds.draftId, holderId: holds.holderId, by: users.name, until: holds.expiresAt })
    .from(holds)
    .innerJoin(users, eq(users.id, holds.holderId))
    .innerJoin(drafts, eq(drafts.id, holds.draftId))
    .where(
      and(
        isNotNull(holds.holderId),
        gt(holds.expiresAt, ctx.now()),
        eq(drafts.state, "pending"),
        visibleDraft(ctx.actor, holds.draftId),
      ),
    )
    .orderBy(asc(holds.expiresAt))
    .limit(MOST);
  return rows.map(({ draftId, holderId, by, until }) => ({
    draftId,
    by,
    mine: holderId === ctx.actor.id,
    until: until.toISOString(),
  }));
}

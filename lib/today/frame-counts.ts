import { matchingActions } from "#lib/actions/queries";
import { countEach } from "#lib/db/count";
import { decidableDrafts } from "#lib/drafts/queue-queries";
import type { UserCtx } from "#lib/events/context";
import { unreadNotices } from "#lib/notices/queries";

export type FrameCounts = { reviews: number; actions: number; notices: number };

/** What waits for the actor, as the frame of every page says it, each up to 100. */
export function countForFrame(ctx: UserCtx): Promise<FrameCounts> {
  return countEach(ctx, {
    reviews: decidableDrafts(ctx),
    actions: matchingActions(ctx, { ownerId: ctx.actor.id }),
    notices: unreadNotices(ctx),
  });
}

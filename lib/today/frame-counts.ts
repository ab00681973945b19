import { matchingActions } from "#lib/actions/queries";
import { countEach } from "#lib/db/count";
import { decidableDrafts } from "#lib/drafts/queue-queries";
import type { UserCtx } from "#lib/events/context";
import { unreadNotices } from "#lib/notices/queries";

/** As far as the frame says how many there are: "99+". */
const MOST = 100;

/** What waits for the actor, as the frame of every page says it, each up to 100. */
export function countForFrame(ctx: UserCtx): Promise<{ reviews: number; actions: number; notices: number }> {
  return countEach(ctx, {
    reviews: { ...decidableDrafts(ctx), most: MOST },
    actions: { ...matchingActions(ctx, { ownerId: ctx.actor.id }), most: MOST },
    notices: { ...unreadNotices(ctx), most: MOST },
  });
}

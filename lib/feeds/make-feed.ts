import { feeds } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { revokeFeedsOf } from "#lib/feeds/revoke-feed";
import { hashSecret, newSecret } from "#lib/tokens/secret";

/** `secret` is the end of the calendar's address; it is shown this once and never stored. */
export type NewFeed = { feedId: string; secret: string };

/** Makes the secret address at which a calendar program reads the actor's own actions. The one before stops working. */
export async function makeFeed(ctx: UserCtx): Promise<NewFeed> {
  const { id: userId } = ctx.actor;
  const feed = { feedId: newId("fed", ctx.now()), secret: newSecret("csf_") };
  return transact(ctx, async (work) => {
    await revokeFeedsOf(ctx, work, userId);
    await work.tx
      .insert(feeds)
      .values({ id: feed.feedId, userId, secretHash: hashSecret(feed.secret), createdAt: ctx.now() });
    work.record({ kind: "feed.made", subjectId: feed.feedId, data: { userId } });
    return feed;
  });
}

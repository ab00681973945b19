import { and, eq, isNull } from "drizzle-orm";
import { feeds, users } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { Ctx, UserCtx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";

/** Ends the actor's own calendar link at once. `conflict` where there is none any more. */
export async function revokeFeed(ctx: UserCtx): Promise<void> {
  await transact(ctx, async (work) => {
    const revoked = await revokeFeedsOf(ctx, work, ctx.actor.id);
    if (revoked === 0) throw new AppError("conflict", "Your calendar link was revoked already.");
  });
}

/** Ends the calendar link of a person inside a verb's transaction, and returns how many there were: none or one. */
export async function revokeFeedsOf(ctx: Ctx, { tx, record }: Work, userId: string): Promise<number> {
  // Locked, so that of two new links made at once the second ends the first.
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("update");
  const revoked = await tx
    .update(feeds)
    .set({ revokedAt: ctx.now() })
    .where(and(eq(feeds.userId, userId), isNull(feeds.revokedAt)))
    .returning({ id: feeds.id });
  for (const { id } of revoked) record({ kind: "feed.revoked", subjectId: id, data: { userId } });
  return revoked.length;
}

import { and, eq, gt, isNotNull, sql } from "drizzle-orm";
import { type drafts, holds, users } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";

/** How long a draft is held after its holder last did something on its page. */
export const HOLD_MS = 120_000;

/** What a person saw when they decided: the revision, and the fence of their hold where they had one. */
export type SeenDraft = { revision?: number; fence?: number };

/** Who holds a draft now, or undefined. */
export async function findHold(ctx: Pick<UserCtx, "now">, db: Tx | Database, draftId: string) {
  const [hold] = await db
    .select({ holderId: holds.holderId, by: users.name, fence: holds.fence, expiresAt: holds.expiresAt })
    .from(holds)
    .innerJoin(users, eq(users.id, holds.holderId))
    .where(and(eq(holds.draftId, draftId), isNotNull(holds.holderId), gt(holds.expiresAt, ctx.now())));
  return hold;
}

/** What somebody is told whose draft is held by another person. */
export function heldBy(by: string): AppError {
  return new AppError("conflict", `${by} is reading this draft. Wait until they are done, or take it over.`);
}

/**
 * Refuses a change to a draft that somebody else holds, or that somebody else has held since the one who changes it
 * took hold. A draft that is of another revision by now passes: the verb says who made it. Asked under the draft's lock.
 */
export async function refuseWhileHeld(
  ctx: UserCtx,
  tx: Tx,
  draft: Pick<typeof drafts.$inferSelect, "id" | "state" | "currentRevision">,
  seen: SeenDraft,
): Promise<void> {
  if (draft.state !== "pending") return;
  const hold = await findHold(ctx, tx, draft.id);
  if (hold && hold.holderId !== ctx.actor.id) throw heldBy(hold.by);
  if (seen.fence === undefined || (seen.revision ?? draft.currentRevision) !== draft.currentRevision) return;
  const [last] = await tx.select({ fence: holds.fence }).from(holds).where(eq(holds.draftId, draft.id));
  if (last && last.fence !== seen.fence)
    throw new AppError(
      "conflict",
      "This draft was in somebody else’s hands since you opened it. Look at it again, then decide.",
    );
}

/** Ends whoever’s hold on a draft, in the caller’s transaction. The fence stays. */
export async function endHold(tx: Tx, draftId: string): Promise<void> {
  await tx.update(holds).set({ holderId: null }).where(eq(holds.draftId, draftId));
}

/** Ends a hold because the draft goes to somebody else: what the giver's page still sends is refused. */
export async function passHold(tx: Tx, draftId: string): Promise<void> {
  await tx
    .update(holds)
    .set({ holderId: null, fence: sql`${holds.fence} + 1` })
    .where(eq(holds.draftId, draftId));
}

/** Ends the actor's own hold, where they have one. */
export async function endOwnHold(ctx: UserCtx, tx: Tx, draftId: string): Promise<void> {
  await tx
    .update(holds)
    .set({ holderId: null })
    .where(and(eq(holds.draftId, draftId), eq(holds.holderId, ctx.actor.id)));
}

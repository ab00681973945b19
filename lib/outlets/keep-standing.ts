import { and, eq, isNull, type SQL } from "drizzle-orm";
import { standingApprovals } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import { isUniqueViolation } from "#lib/db/violations";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";

type ToKeep = Pick<
  typeof standingApprovals.$inferInsert,
  "workflow" | "workflowVersion" | "writer" | "teamId" | "channel" | "recipient"
>;

/**
 * Keeps a standing approval of the actor's, for drafts of a team or, where there is none, for those of their own. `read`
 * says which one, and refuses whoever may not give it. `conflict` where it holds already.
 */
export async function keepStanding(
  ctx: UserCtx,
  read: (tx: Work["tx"]) => Promise<ToKeep>,
): Promise<{ id: string }> {
  try {
    return await transact(ctx, async ({ tx, record }) => {
      const standing = await read(tx);
      const id = newId("sta", ctx.now());
      const given = { givenBy: ctx.actor.id, givenAt: ctx.now() };
      await tx.insert(standingApprovals).values({ id, ...standing, ...given });
      const { teamId = null, channel } = standing;
      record({
        kind: "standing_approval.given",
        subjectId: teamId ?? ctx.actor.id,
        data: { teamId, channel },
      });
      return { id };
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new AppError("conflict", "A standing approval holds for this already.");
    throw error;
  }
}

/** Takes one back, in the caller's transaction; `whose` says of whom it is. `conflict` where somebody did so already. */
export async function endStanding(
  ctx: UserCtx,
  { tx, record }: Work,
  id: string,
  whose: SQL | undefined,
): Promise<void> {
  const [row] = await tx
    .update(standingApprovals)
    .set({ revokedAt: ctx.now(), revokedBy: ctx.actor.id })
    .where(and(eq(standingApprovals.id, id), whose, isNull(standingApprovals.revokedAt)))
    .returning({ teamId: standingApprovals.teamId, channel: standingApprovals.channel });
  if (!row) throw new AppError("conflict", "This standing approval was taken back already.");
  record({ kind: "standing_approval.revoked", subjectId: row.teamId ?? ctx.actor.id, data: row });
}

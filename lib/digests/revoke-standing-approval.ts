import { and, eq, isNull } from "drizzle-orm";
import { standingApprovals } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { findStandup } from "#lib/standups/find-standup";
import { canRunStandup } from "#lib/standups/policy";
import { StandingApprovalOf } from "#lib/standups/schema";

/** Takes a standing approval back. What it approved and has not left yet stays. `conflict` where somebody did so already. */
export async function revokeStandingApproval(ctx: UserCtx, input: StandingApprovalOf): Promise<void> {
  const { id, teamId } = StandingApprovalOf.parse(input);
  await transact(ctx, async ({ tx, record }) => {
    const { team } = await findStandup(ctx, tx, teamId);
    if (!canRunStandup(ctx.actor, team))
      throw new AppError("forbidden", "The team’s lead, leaders and admins take a standing approval back.");
    const [row] = await tx
      .update(standingApprovals)
      .set({ revokedAt: ctx.now(), revokedBy: ctx.actor.id })
      .where(
        and(
          eq(standingApprovals.id, id),
          eq(standingApprovals.teamId, teamId),
          isNull(standingApprovals.revokedAt),
        ),
      )
      .returning({ channel: standingApprovals.channel });
    if (!row) throw new AppError("conflict", "This standing approval was taken back already.");
    record({ kind: "standing_approval.revoked", subjectId: teamId, data: { teamId, ...row } });
  });
}

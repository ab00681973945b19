import { eq } from "drizzle-orm";
import { standingApprovals } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { endStanding } from "#lib/outlets/keep-standing";
import { findStandup } from "#lib/standups/find-standup";
import { canRunStandup } from "#lib/standups/policy";
import { StandingApprovalOf } from "#lib/standups/schema";

/** Takes a standing approval back. What it approved and has not left yet stays. `conflict` where somebody did so already. */
export async function revokeStandingApproval(ctx: UserCtx, input: StandingApprovalOf): Promise<void> {
  const { id, teamId } = StandingApprovalOf.parse(input);
  await transact(ctx, async (work) => {
    const { team } = await findStandup(ctx, work.tx, teamId);
    if (!canRunStandup(ctx.actor, team))
      throw new AppError("forbidden", "The team’s lead, leaders and admins take a standing approval back.");
    await endStanding(ctx, work, id, eq(standingApprovals.teamId, teamId));
  });
}

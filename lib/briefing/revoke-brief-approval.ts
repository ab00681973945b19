import { and, eq, isNull } from "drizzle-orm";
import { standingApprovals } from "#drizzle/schema/schema";
import { BriefApprovalOf } from "#lib/briefs/schema";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { endStanding } from "#lib/outlets/keep-standing";

/**
 * Takes a standing approval for the actor's own briefs back, also where they are no leader any more. `conflict` where
 * they did so already, or it is not theirs.
 */
export async function revokeBriefApproval(ctx: UserCtx, input: BriefApprovalOf): Promise<void> {
  const { id } = BriefApprovalOf.parse(input);
  const own = and(isNull(standingApprovals.teamId), eq(standingApprovals.givenBy, ctx.actor.id));
  await transact(ctx, (work) => endStanding(ctx, work, id, own));
}

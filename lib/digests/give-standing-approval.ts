import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { keepStanding } from "#lib/outlets/keep-standing";
import { writerOf } from "#lib/runs/writer";
import { findStandup } from "#lib/standups/find-standup";
import { canGiveStandingApproval } from "#lib/standups/policy";
import { OutletOf } from "#lib/standups/schema";
import { standupWorkflow } from "#lib/workflows/registry";

/**
 * Lets a team's digests go to one of its own outlets by themselves, as long as the present writer and version write
 * them, until it is taken back. `conflict` where that holds already.
 */
export async function giveStandingApproval(ctx: UserCtx, input: OutletOf): Promise<{ id: string }> {
  const { teamId, channel } = OutletOf.parse(input);
  return keepStanding(ctx, async (tx) => {
    const { standup } = await findStandup(ctx, tx, teamId);
    if (!canGiveStandingApproval(ctx.actor))
      throw new AppError("forbidden", "Only leaders and admins let digests go out by themselves.");
    const recipient = channel === "slack" ? standup.slackChannelId : standup.mailTeam ? "" : null;
    if (recipient === null)
      throw new AppError("invalid", "The team’s digests don’t go there. Choose where they go first.");
    const { writer, workflowVersion } = writerOf(standupWorkflow, ctx.llm);
    return { workflow: standupWorkflow.key, workflowVersion, writer, teamId, channel, recipient };
  });
}

import { standingApprovals } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import { isUniqueViolation } from "#lib/db/violations";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
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
  try {
    return await transact(ctx, async ({ tx, record }) => {
      const { standup } = await findStandup(ctx, tx, teamId);
      if (!canGiveStandingApproval(ctx.actor))
        throw new AppError("forbidden", "Only leaders and admins let digests go out by themselves.");
      const recipient = channel === "slack" ? standup.slackChannelId : standup.mailTeam ? "" : null;
      if (recipient === null)
        throw new AppError("invalid", "The team’s digests don’t go there. Choose where they go first.");
      const { writer, workflowVersion } = writerOf(standupWorkflow, ctx.llm);
      const id = newId("sta", ctx.now());
      await tx.insert(standingApprovals).values({
        id,
        workflow: standupWorkflow.key,
        workflowVersion,
        writer,
        teamId,
        channel,
        recipient,
        givenBy: ctx.actor.id,
        givenAt: ctx.now(),
      });
      record({ kind: "standing_approval.given", subjectId: teamId, data: { teamId, channel } });
      return { id };
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new AppError("conflict", "A standing approval holds for this already.");
    throw error;
  }
}

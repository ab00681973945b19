import { eq } from "drizzle-orm";
import { briefs } from "#drizzle/schema/schema";
import { canHaveBrief } from "#lib/briefs/policy";
import { BriefOutlet } from "#lib/briefs/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { keepStanding } from "#lib/outlets/keep-standing";
import { writerOf } from "#lib/runs/writer";
import { briefWorkflow } from "#lib/workflows/registry";

/**
 * Lets the actor's own briefs go by themselves to where they have them go, as long as the present writer and version
 * write them, until it is taken back. `conflict` where that holds already.
 */
export async function giveBriefApproval(ctx: UserCtx, input: BriefOutlet): Promise<{ id: string }> {
  const { channel } = BriefOutlet.parse(input);
  return keepStanding(ctx, async (tx) => {
    if (!canHaveBrief(ctx.actor))
      throw new AppError("forbidden", "Leaders and admins have their week told to them.");
    const [brief] = await tx.select().from(briefs).where(eq(briefs.userId, ctx.actor.id));
    const recipient =
      channel === "slack" ? (brief?.slackChannelId ?? null) : brief?.byMail ? ctx.actor.id : null;
    if (recipient === null)
      throw new AppError("invalid", "Your briefs don’t go there. Choose where they go first.");
    const { writer, workflowVersion } = writerOf(briefWorkflow, ctx.llm);
    return { workflow: briefWorkflow.key, workflowVersion, writer, teamId: null, channel, recipient };
  });
}

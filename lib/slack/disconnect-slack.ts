import { isNull } from "drizzle-orm";
import { slackWorkspaces } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { canConnectSlack } from "#lib/slack/policy";

/** Disconnects the workspace and forgets its secrets. Nothing from it is taken and nothing posted to it any more. */
export async function disconnectSlack(ctx: UserCtx): Promise<void> {
  if (!canConnectSlack(ctx.actor)) throw new AppError("forbidden", "Only admins disconnect Slack.");
  await transact(ctx, async ({ tx, record }) => {
    const [removed] = await tx
      .update(slackWorkspaces)
      .set({ removedAt: ctx.now(), botToken: "", signingSecret: "", trouble: null })
      .where(isNull(slackWorkspaces.removedAt))
      .returning({ id: slackWorkspaces.id });
    if (!removed) throw new AppError("conflict", "Slack was disconnected already.");
    record({ kind: "slack.disconnected", subjectId: removed.id, data: {} });
  });
}

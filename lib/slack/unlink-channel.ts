import { and, eq, isNull } from "drizzle-orm";
import { slackChannels } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { canConnectSlack } from "#lib/slack/policy";
import { SlackChannelGiven } from "#lib/slack/schema";

/** Unlinks a channel and forgets its webhook. Nothing in it is taken and nothing posted to it any more. */
export async function unlinkSlackChannel(ctx: UserCtx, input: SlackChannelGiven): Promise<void> {
  if (!canConnectSlack(ctx.actor)) throw new AppError("forbidden", "Only admins unlink channels.");
  const { channelId } = SlackChannelGiven.parse(input);
  await transact(ctx, async ({ tx, record }) => {
    const [removed] = await tx
      .update(slackChannels)
      .set({ removedAt: ctx.now(), webhook: "", takesUpdates: false })
      .where(and(eq(slackChannels.id, channelId), isNull(slackChannels.removedAt)))
      .returning({ id: slackChannels.id });
    if (!removed) throw new AppError("conflict", "This channel was unlinked already.");
    record({ kind: "slack_channel.unlinked", subjectId: channelId, data: {} });
  });
}

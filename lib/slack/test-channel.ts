import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { slackChannels } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { openSlack } from "#lib/slack/open-slack";
import { canConnectSlack } from "#lib/slack/policy";
import { SlackChannelGiven } from "#lib/slack/schema";

const PATIENCE_MS = 20_000;
const TITLE = "A test from Countersign";
const TEXT = "This channel is linked. Digests that somebody approved are posted here.";

/** Posts a fixed sentence to a linked channel, once. `invalid` says why it did not get there. */
export async function postSlackTest(ctx: UserCtx, input: SlackChannelGiven): Promise<void> {
  if (!canConnectSlack(ctx.actor)) throw new AppError("forbidden", "Only admins try a channel out.");
  const { channelId } = SlackChannelGiven.parse(input);
  const [row] = await reader(ctx.store)
    .select({ id: slackChannels.id })
    .from(slackChannels)
    .where(and(eq(slackChannels.id, channelId), isNull(slackChannels.removedAt)));
  if (!row) throw new AppError("not_found", "This channel is not linked.");
  const parcel = { deliveryId: `test-${randomUUID()}`, recipient: channelId, title: TITLE, markdown: TEXT };
  const answer = await (await openSlack(ctx, channelId)).send(parcel, AbortSignal.timeout(PATIENCE_MS));
  if (answer.ended === "failed") throw new AppError(answer.retry ? "unavailable" : "invalid", answer.reason);
  if (answer.ended === "unknown")
    throw new AppError("unavailable", `${answer.reason} Look into the channel whether it is there.`);
  await transact(ctx, async ({ record }) =>
    record({ kind: "slack_channel.tested", subjectId: channelId, data: {} }),
  );
}

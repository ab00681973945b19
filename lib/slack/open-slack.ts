import { and, eq, isNull, sql } from "drizzle-orm";
import { slackChannels } from "#drizzle/schema/schema";
import type { Answer, Channel } from "#lib/channels/channel";
import { findPost, type SlackRoute, slackSender } from "#lib/channels/slack";
import { inTransaction, reader } from "#lib/db/store";
import { isAppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { openWorkspace } from "#lib/slack/open-workspace";

type Ports = Pick<Ctx, "store" | "vault" | "channels">;

/** Where the vault seals the webhook of a channel for. */
export function placeOfChannel(id: string): string {
  return `slack_channels:${id}`;
}

/**
 * A linked channel to post to, by its id with us, outside of any transaction. One that was unlinked, or whose workspace is
 * not connected any more, answers each try with why. What a try showed of the channel is kept for admins.
 */
export async function openSlack(ports: Ports, channelId: string): Promise<Channel> {
  const route = await routeTo(ports, channelId).catch(closed);
  if ("ended" in route) return { send: async () => route };
  const sender = slackSender(route);
  return {
    send: async (parcel, signal) => {
      const answer = await sender.send(parcel, signal);
      if (answer.ended !== "unknown")
        await keepChannelTrouble(ports, channelId, answer.ended === "sent" ? null : answer.reason);
      return answer;
    },
  };
}

/**
 * Whether a delivery of which nobody knows whether it left stands in its channel. `since` is when it was tried first; an
 * absence counts only some time after the last try, since Slack may take what it was handed a moment later. A webhook's
 * channel can't be read: that is `unclear`.
 */
export async function lookUpPost(
  ports: Ports,
  channelId: string,
  post: { deliveryId: string; since: Date },
  signal: AbortSignal,
): Promise<"posted" | "absent" | "unclear"> {
  const route = await routeTo(ports, channelId).catch(closed);
  if ("ended" in route || route.kind === "webhook") return "unclear";
  const since = new Date(post.since.getTime() - CLOCKS_APART_MS);
  return findPost({ access: route.access, channel: route.channel, since }, post.deliveryId, signal);
}

/** By how much the clock of this machine may be ahead of Slack's. */
const CLOCKS_APART_MS = 10 * 60_000;

async function routeTo(ports: Ports, channelId: string): Promise<SlackRoute | Answer> {
  const [row] = await reader(ports.store)
    .select({
      workspaceId: slackChannels.workspaceId,
      channel: slackChannels.slackChannelId,
      webhook: slackChannels.webhook,
    })
    .from(slackChannels)
    .where(and(eq(slackChannels.id, channelId), isNull(slackChannels.removedAt)));
  if (!row) return gone("The Slack channel was unlinked. Choose another one.");
  if (row.webhook) {
    const webhook = ports.vault.open(row.webhook, placeOfChannel(channelId));
    const { slackApi: api } = ports.channels;
    return { kind: "webhook", webhook, ...(api && { api }) };
  }
  const opened = await openWorkspace(ports);
  if (!opened || opened.id !== row.workspaceId || !row.channel)
    return gone("Slack is not connected any more. An admin connects it under Settings, Slack.");
  return { kind: "bot", access: opened.access, channel: row.channel };
}

function gone(reason: string): Answer {
  return { ended: "failed", reason, retry: false };
}

/** Nothing was handed to anybody yet, so this try is certain to have failed. */
function closed(error: unknown): Answer {
  if (!isAppError(error)) throw error;
  return { ended: "failed", reason: error.message, retry: error.code === "unavailable" };
}

async function keepChannelTrouble(ports: Ports, id: string, trouble: string | null): Promise<void> {
  await inTransaction(ports.store, (tx) =>
    tx
      .update(slackChannels)
      .set({ trouble })
      .where(and(eq(slackChannels.id, id), sql`${slackChannels.trouble} is distinct from ${trouble}`)),
  );
}

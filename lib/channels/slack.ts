import type { Answer, Channel, Parcel } from "#lib/channels/channel";
import { callSlack, callWebhook, type SlackAccess, type SlackCall } from "#lib/channels/slack-api";
import { escapeSlack, shortened, slackBlocks } from "#lib/format/slack-blocks";
import { tsOfInstant } from "#lib/format/slack-ts";

/** How a channel is posted to: as the app's bot by the Web API, or by an incoming webhook. */
export type SlackRoute =
  | { kind: "bot"; access: SlackAccess; channel: string }
  | { kind: "webhook"; webhook: string; api?: string };

/** Kept with the message, unseen, so that it can be found again (`metadata` of chat.postMessage). */
const EVENT_TYPE = "countersign_delivery";
const LONGEST_FALLBACK = 300;
const MOST_PAGES = 25;
const A_PAGE = 200;

/**
 * Posts approved pages to one Slack channel. What is not known to have arrived or been refused is `unknown`, and
 * `findPost` looks it up; nothing is posted twice blindly.
 */
export function slackSender(route: SlackRoute): Channel {
  return { send: async (parcel, signal) => answerTo(await post(route, parcel, signal)) };
}

function post(route: SlackRoute, { deliveryId, title, markdown }: Parcel, signal: AbortSignal) {
  const message = {
    // Read out by notifications, where blocks are not shown.
    text: escapeSlack(shortened(title, LONGEST_FALLBACK)),
    blocks: slackBlocks(title, markdown, deliveryId),
    unfurl_links: false,
    unfurl_media: false,
  };
  if (route.kind === "webhook") return callWebhook(route.webhook, route.api, message, signal);
  const metadata = { event_type: EVENT_TYPE, event_payload: { delivery_id: deliveryId } };
  return callSlack(
    route.access,
    "chat.postMessage",
    { channel: route.channel, ...message, metadata },
    signal,
  );
}

function answerTo(call: SlackCall): Answer {
  if (call.ok) return { ended: "sent" };
  if (call.handedOver) return { ended: "unknown", reason: call.reason };
  const { reason, retry, wait } = call;
  return { ended: "failed", reason, retry, ...(wait !== null && { wait }) };
}

/** Which messages of a channel are looked through: those from `since` on. */
export type Search = { access: SlackAccess; channel: string; since: Date };

/**
 * Whether a delivery stands in a channel, by what was kept with it: `absent` only where every message since then was
 * seen, `unclear` where Slack did not show them all.
 */
export async function findPost(
  { access, channel, since }: Search,
  deliveryId: string,
  signal: AbortSignal,
): Promise<"posted" | "absent" | "unclear"> {
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const args = { channel, oldest: tsOfInstant(since), limit: A_PAGE, include_all_metadata: true, cursor };
    const call = await callSlack(access, "conversations.history", args, signal);
    if (!call.ok || !Array.isArray(call.body.messages)) return "unclear";
    if (call.body.messages.some((message) => carries(message, deliveryId))) return "posted";
    const { next_cursor: next } = (call.body.response_metadata ?? {}) as { next_cursor?: unknown };
    if (typeof next !== "string" || next === "") return "absent";
    cursor = next;
  }
  return "unclear";
}

type Shown = {
  metadata?: { event_type?: unknown; event_payload?: { delivery_id?: unknown } };
  blocks?: { block_id?: unknown }[];
};

/** By the metadata, or where they are not shown to the app by the id of the first block: a delivery’s id is random. */
function carries(message: Shown | null, deliveryId: string): boolean {
  const { metadata, blocks } = message ?? {};
  const kept = metadata?.event_type === EVENT_TYPE && metadata.event_payload?.delivery_id === deliveryId;
  return kept || (Array.isArray(blocks) && blocks[0]?.block_id === deliveryId);
}

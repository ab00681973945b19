import type { IncomingMessage } from "node:http";
import type { Said } from "#e2e/doubles/slack-methods";
import { postedBy, whyNot } from "#e2e/doubles/slack-posting";
import type { SlackWorld } from "#e2e/doubles/slack-world";

/** What an incoming webhook answers: "ok", or an error in plain text with its status. */
export function answerWebhook(
  world: SlackWorld,
  path: string,
  { method, headers }: IncomingMessage,
  body: string,
): Said {
  if (method !== "POST") return { status: 405, body: "method_not_allowed" };
  const id = world.webhooks.get(path);
  if (!id) return { status: 404, body: "no_service" };
  const args = readBody(headers["content-type"] ?? "", body);
  if (!args) return { status: 400, body: "invalid_payload" };
  const channel = world.channels.find((one) => one.id === id);
  if (!channel) return { status: 404, body: "channel_not_found" };
  if (channel.is_archived) return { status: 410, body: "channel_is_archived" };
  // Of a webhook no metadata is kept.
  const { metadata: _, ...message } = args;
  const wrong = whyNot(message);
  if (wrong) return { status: 400, body: wrong.error };
  postedBy(world, channel, message);
  return { body: "ok" };
}

function readBody(type: string, body: string): Record<string, unknown> | null {
  const isForm = type.startsWith("application/x-www-form-urlencoded");
  try {
    const text = isForm ? (new URLSearchParams(body).get("payload") ?? "") : body;
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

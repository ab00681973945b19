import { createHmac } from "node:crypto";
import type { Stage } from "#e2e/support/cast";
import { newName } from "#e2e/support/slack-payloads";
import type { Ctx } from "#lib/events/context";
import { performSlackEvents } from "#lib/slack-updates/perform-events";
import { answerSlackCommand, answerSlackEvent } from "#lib/web/slack-door";

export const SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

type Signed = { at: Date; secret?: string; headers?: Record<string, string> };

/** A request with these bytes, as Slack signs it. */
export function signedRequest(path: string, body: string, { at, secret = SIGNING_SECRET, headers }: Signed) {
  const time = String(Math.floor(at.getTime() / 1000));
  const mac = createHmac("sha256", secret).update(`v0:${time}:${body}`).digest("hex");
  return new Request(`http://localhost${path}`, {
    method: "POST",
    body,
    headers: { "X-Slack-Request-Timestamp": time, "X-Slack-Signature": `v0=${mac}`, ...headers },
  });
}

/** Hands events to the door, one after the other, and returns how each was answered. */
export async function sendEvents(ctx: Ctx, ...events: object[]): Promise<number[]> {
  const statuses: number[] = [];
  for (const event of events) {
    const request = signedRequest("/events", JSON.stringify(event), { at: ctx.now() });
    statuses.push((await answerSlackEvent(request, ctx)).status);
  }
  return statuses;
}

/** Hands events to the door, and lets the worker take them. */
export async function takeEvents(ctx: Ctx, ...events: object[]): Promise<void> {
  await sendEvents(ctx, ...events);
  await performSlackEvents(ctx, "C0STAND");
}

/** Writes `/standup …` in a channel, and returns what only the writer sees. */
export async function writeCommand(
  { ctx, secret }: { ctx: Ctx; secret?: string },
  text: string,
  { user = "U0DANA", channel = "C0STAND", trigger = newName() } = {},
): Promise<{ status: number; text: string }> {
  const form = { team_id: "T0LARK", command: "/standup", channel_id: channel, user_id: user, text };
  const body = new URLSearchParams({ ...form, trigger_id: trigger }).toString();
  const request = signedRequest("/commands", body, { at: ctx.now(), ...(secret && { secret }) });
  const answer = await answerSlackCommand(request, ctx);
  const said = answer.headers.get("content-type")?.includes("json") ? await answer.json() : null;
  return { status: answer.status, text: said?.text ?? "" };
}

/** The worker's context where Slack is at an address. */
export function slackCtx(stage: Stage, api: string): Ctx {
  return { ...stage.system, channels: { slackApi: api, site: "https://ops.example.com" } };
}

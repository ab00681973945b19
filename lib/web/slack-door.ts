import type { Ctx } from "#lib/events/context";
import { escapeSlack } from "#lib/format/slack-blocks";
import { readSlackEvent } from "#lib/parsers/slack-event";
import { keepSlackTrouble } from "#lib/slack/open-workspace";
import { findSlackSigning, keepHeard, type SlackSigning } from "#lib/slack/signing";
import { takeStandupCommand } from "#lib/slack-updates/take-command";
import { takeSlackEvent } from "#lib/slack-updates/take-event";
import { MAX_SIGNED_BYTES } from "#lib/web/machine-paths";
import { toRefusal } from "#lib/web/refusal";
import { originOf } from "#lib/web/site-of-request";
import { isSignedBySlack } from "#lib/web/slack-signature";
import { withBody } from "#lib/web/take-body";

type Fields = Record<string, unknown>;

/**
 * Takes what Slack's Events API sends: keeps it and answers, within the three seconds that Slack waits; the worker does the
 * rest. What was kept is answered with 200 whatever it is, or Slack would send it again, and what could not be kept is not.
 */
export function answerSlackEvent(request: Request, ctx: Ctx): Promise<Response> {
  return signedBody(request, ctx, async (signing, body) => {
    const sent = objectIn(body);
    if (!sent) return told(400, "This is no JSON object.");
    // Only what is signed is echoed, or anybody could have this address say what they like.
    if (sent.type === "url_verification") return told(200, String(sent.challenge ?? "").slice(0, 500));
    if (sent.type === "app_rate_limited") await keepSlackTrouble(ctx, signing.workspaceId, HELD_BACK);
    const event = sent.type === "event_callback" && isOf(signing, sent) ? readSlackEvent(sent) : null;
    if (event) await takeSlackEvent(ctx, signing.workspaceId, event);
    return told(200, "");
  });
}

const HELD_BACK = "Slack held events back: more came in an hour than it sends.";

/** Takes `/standup …`: stores it at once, and answers the writer alone with what was kept, or why it was not. */
export function answerSlackCommand(request: Request, ctx: Ctx): Promise<Response> {
  const site = ctx.channels.site ?? originOf(request.headers);
  return signedBody(request, ctx, async (signing, body) => {
    const form = new URLSearchParams(body.toString("utf8"));
    const field = (name: string) => form.get(name) ?? "";
    if (field("ssl_check") === "1") return told(200, "");
    if (field("team_id") !== signing.slackTeamId) return whispered("This workspace is not connected.");
    const signature = request.headers.get("x-slack-signature") ?? "";
    const command = {
      key: field("trigger_id") || signature,
      channel: field("channel_id").slice(0, 64),
      user: field("user_id").slice(0, 64),
      text: field("text"),
    };
    return whispered(await answerTo(ctx, command, site));
  });
}

async function answerTo(
  ctx: Ctx,
  command: Parameters<typeof takeStandupCommand>[1],
  site: string,
): Promise<string> {
  try {
    const { kept, team, posted } = await takeStandupCommand(ctx, command);
    const late = posted.late ? " It comes after the digest was asked for, and is marked late." : "";
    const verb = posted.changed ? "Added to your update" : "Kept as your update";
    const link = `<${site}/sources/${posted.sourceId}|Open it>`;
    const quote = escapeSlack(kept.length > LONGEST_QUOTE ? `${kept.slice(0, LONGEST_QUOTE)}…` : kept);
    return `${verb} for ${escapeSlack(team.name)}.${late} ${link} to change it.\n>>> ${quote}`;
  } catch (error) {
    const { message, requestId } = toRefusal(error);
    return `Nothing was kept. ${escapeSlack(message)}${requestId ? ` (${requestId})` : ""}`;
  }
}

const LONGEST_QUOTE = 1500;

/** The body where Slack signed it; else 401, which says nothing. */
async function signedBody(
  request: Request,
  ctx: Ctx,
  use: (signing: SlackSigning, body: Buffer) => Promise<Response>,
): Promise<Response> {
  return withBody(request, MAX_SIGNED_BYTES, async (body) => {
    if (!body) return told(413, "This is larger than anything Slack sends.");
    const signing = await findSlackSigning(ctx);
    if (!signing) return told(401, "No Slack workspace is connected.");
    if (!isSignedBySlack(request.headers, body, signing.secret, ctx.now())) {
      await keepHeard(ctx, signing.workspaceId, "refusedAt");
      return told(401, "The signature is wrong, or older than five minutes.");
    }
    await keepHeard(ctx, signing.workspaceId, "heardAt");
    return use(signing, body);
  });
}

/** Whether an event is of the connected workspace: an app may be in several, and signs for all of them alike. */
function isOf({ slackTeamId }: SlackSigning, { team_id, context_team_id, authorizations }: Fields): boolean {
  const others = Array.isArray(authorizations)
    ? authorizations.map((one: Fields | null) => one?.team_id)
    : [];
  return [team_id, context_team_id, ...others].includes(slackTeamId);
}

function objectIn(body: Buffer): Fields | null {
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

/** An answer that only whoever asked sees. */
function whispered(text: string): Response {
  const headers = { "Cache-Control": "no-store" };
  return Response.json({ response_type: "ephemeral", text }, { headers });
}

function told(status: number, words: string): Response {
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(words, { status, headers });
}

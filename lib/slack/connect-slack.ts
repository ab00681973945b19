import { and, eq, isNull, ne } from "drizzle-orm";
import { slackWorkspaces } from "#drizzle/schema/schema";
import { callSlack } from "#lib/channels/slack-api";
import { newId } from "#lib/db/ids";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx, UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { accessWith, placeOfWorkspace } from "#lib/slack/open-workspace";
import { canConnectSlack } from "#lib/slack/policy";
import { ConnectSlack } from "#lib/slack/schema";

const PATIENCE_MS = 15_000;

/**
 * Connects a Slack workspace by the bot token and signing secret of the app that was made there, if Slack takes the token
 * now. Both are sealed and never shown again. The same workspace again gets new ones, and keeps its channels and people;
 * while another one is connected it is `conflict`.
 */
export async function connectSlack(ctx: UserCtx, input: ConnectSlack): Promise<{ name: string }> {
  if (!canConnectSlack(ctx.actor)) throw new AppError("forbidden", "Only admins connect Slack.");
  const { botToken, signingSecret } = ConnectSlack.parse(input);
  const { scopes, ...asked } = await askWhose(ctx, botToken);
  return transact(ctx, async ({ tx, record }) => {
    await refuseSecond(tx, asked.slackTeamId);
    const [before] = await tx
      .select({ id: slackWorkspaces.id })
      .from(slackWorkspaces)
      .where(eq(slackWorkspaces.slackTeamId, asked.slackTeamId));
    const id = before?.id ?? newId("slw", ctx.now());
    const columns = {
      ...asked,
      scopes,
      botToken: ctx.vault.seal(botToken, placeOfWorkspace(id)),
      signingSecret: ctx.vault.seal(signingSecret, placeOfWorkspace(id)),
      trouble: null,
      refusedAt: null,
      connectedBy: ctx.actor.id,
      removedAt: null,
    };
    await tx
      .insert(slackWorkspaces)
      .values({ id, ...columns, createdAt: ctx.now() })
      .onConflictDoUpdate({ target: slackWorkspaces.slackTeamId, set: columns });
    record({ kind: "slack.connected", subjectId: id, data: { scopes: scopes.length } });
    return { name: asked.name };
  });
}

async function refuseSecond(tx: Tx, slackTeamId: string): Promise<void> {
  const [other] = await tx
    .select({ name: slackWorkspaces.name })
    .from(slackWorkspaces)
    .where(and(isNull(slackWorkspaces.removedAt), ne(slackWorkspaces.slackTeamId, slackTeamId)));
  if (other) throw new AppError("conflict", `The workspace ${other.name} is connected. Disconnect it first.`);
}

type Whose = { slackTeamId: string; name: string; botUserId: string; scopes: string[] };

/** What auth.test says of a token. A person's own token is no bot's. */
async function askWhose(ctx: Ctx, token: string): Promise<Whose> {
  const call = await callSlack(accessWith(ctx, token), "auth.test", {}, AbortSignal.timeout(PATIENCE_MS));
  if (!call.ok) throw new AppError(call.retry ? "unavailable" : "invalid", call.reason);
  const { team_id: slackTeamId, team: name, user_id: botUserId, bot_id: botId } = call.body;
  if (!isText(slackTeamId) || !isText(botUserId) || !isText(botId))
    throw new AppError("invalid", "This is no token of an app’s bot. It begins with xoxb-.");
  return {
    slackTeamId,
    botUserId,
    name: isText(name) ? name.slice(0, 120).toWellFormed() : slackTeamId,
    scopes: call.scopes ?? [],
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

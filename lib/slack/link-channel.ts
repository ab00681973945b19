import { eq } from "drizzle-orm";
import { slackChannels, teams } from "#drizzle/schema/schema";
import { callSlack, isWebhook } from "#lib/channels/slack-api";
import { newId } from "#lib/db/ids";
import { isUniqueViolation } from "#lib/db/violations";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { placeOfChannel } from "#lib/slack/open-slack";
import { openConnected } from "#lib/slack/open-workspace";
import { canConnectSlack } from "#lib/slack/policy";
import { LinkSlackChannel } from "#lib/slack/schema";

const PATIENCE_MS = 15_000;

type Columns = Pick<
  typeof slackChannels.$inferInsert,
  "workspaceId" | "slackChannelId" | "name" | "takesUpdates" | "webhook"
>;

/**
 * Links a Slack channel to one of our teams: its digests may be posted there, and with `takesUpdates` what its people
 * write there is their update. A private channel is only posted to. `invalid` where Slack does not show the channel.
 */
export async function linkSlackChannel(
  ctx: UserCtx,
  input: LinkSlackChannel,
): Promise<{ channelId: string }> {
  if (!canConnectSlack(ctx.actor)) throw new AppError("forbidden", "Only admins link channels.");
  const given = LinkSlackChannel.parse(input);
  const id = newId("slc", ctx.now());
  const columns = given.by === "webhook" ? byWebhook(ctx, id, given) : await ofWorkspace(ctx, given);
  return transact(ctx, async ({ tx, record }) => {
    const [team] = await tx.select({ id: teams.id }).from(teams).where(eq(teams.id, given.teamId));
    if (!team) throw new AppError("not_found", "There is no such team.");
    const row = { id, teamId: team.id, ...columns, linkedBy: ctx.actor.id, createdAt: ctx.now() };
    await tx.insert(slackChannels).values(row).catch(refuseTwice);
    const { takesUpdates } = columns;
    record({ kind: "slack_channel.linked", subjectId: id, data: { teamId: team.id, takesUpdates } });
    return { channelId: id };
  });
}

function byWebhook(
  { channels, vault }: UserCtx,
  id: string,
  { name, webhook }: { name: string; webhook: string },
): Columns {
  if (!isWebhook(webhook, channels.slackApi))
    throw new AppError("invalid", "An incoming webhook begins with https://hooks.slack.com/.");
  return {
    workspaceId: null,
    slackChannelId: null,
    name: name.replace(/^#/, ""),
    takesUpdates: false,
    webhook: vault.seal(webhook, placeOfChannel(id)),
  };
}

async function ofWorkspace(
  ctx: UserCtx,
  { channel, takesUpdates }: { channel: string; takesUpdates: boolean },
): Promise<Columns> {
  const { id: workspaceId, access } = await openConnected(ctx);
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const call = await callSlack(access, "conversations.info", { channel }, signal);
  if (!call.ok) throw new AppError(call.retry ? "unavailable" : "invalid", call.reason);
  const found = call.body.channel as Record<string, unknown> | undefined;
  const name = typeof found?.name === "string" ? found.name.slice(0, 80).toWellFormed() : channel;
  if (found?.is_archived === true) throw new AppError("invalid", `#${name} is archived in Slack.`);
  if (takesUpdates && found?.is_private !== false)
    throw new AppError(
      "invalid",
      `#${name} is private. Countersign only posts there: updates are taken from public channels.`,
    );
  if (found?.is_member !== true && (takesUpdates || found?.is_private !== false))
    throw new AppError("invalid", `The app is not in #${name}. Write /invite @Countersign there first.`);
  return { workspaceId, slackChannelId: channel, name, takesUpdates, webhook: "" };
}

function refuseTwice(error: unknown): never {
  if (isUniqueViolation(error))
    throw new AppError("conflict", "This channel is linked to a team already. Unlink it there first.");
  throw error;
}

import { createHash } from "node:crypto";
import { and, eq, exists, isNull, sql } from "drizzle-orm";
import { slackChannels, slackEvents, standups, teamMembers, teams, users } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx, UserCtx } from "#lib/events/context";
import { tsOfInstant } from "#lib/format/slack-ts";
import { cleanText } from "#lib/parsers/plain";
import { readSlackText } from "#lib/parsers/slack-text";
import { findWriter } from "#lib/slack/find-writer";
import { openConnected } from "#lib/slack/open-workspace";
import { type Home, holdUpdate, readUpdateNow } from "#lib/slack-updates/keep-message";
import { dayOfUpdate } from "#lib/standups/days";
import { type PostedUpdate, postUpdate } from "#lib/standups/post-update";

/** What Slack sends of `/standup …`. `key` is the same where the same request comes again. */
export type StandupCommand = { key: string; channel: string; user: string; text: string };

/** What was kept of it, and for which team. */
export type TakenCommand = { kept: string; team: { id: string; name: string }; posted: PostedUpdate };

/**
 * Adds what somebody wrote after `/standup` to their update of the day, at once: of the team whose channel it was written
 * in, else of the one team of theirs that holds a stand-up. `invalid` says how to use it, `forbidden` how to be linked;
 * the same request again is `conflict`.
 */
export async function takeStandupCommand(ctx: Ctx, command: StandupCommand): Promise<TakenCommand> {
  const workspace = await openConnected(ctx);
  const kept = cleanText(readSlackText(command.text, NOBODY)).trim();
  if (!/[\p{L}\p{N}]/u.test(kept)) throw new AppError("invalid", HOW);
  const writer = await findWriter(ctx, workspace, command.user, PATIENCE_MS);
  if ("reason" in writer) throw new AppError("forbidden", `${writer.reason} ${LINK}`);
  const acting: UserCtx = {
    ...ctx,
    actor: writer.actor,
    from: { door: "slack", address: null, device: null },
  };
  const team = await teamOf(acting, workspace.id, command.channel);
  const home = await homeOf(acting, team);
  const update = await readUpdateNow(reader(ctx.store), home);
  const text = update ? `${update.text.trim()}\n\n${kept}` : kept;
  const eventId = `cmd-${createHash("sha256").update(command.key).digest("hex")}`;
  const receipt: UserCtx["receipt"] = {
    claim: async (tx) => {
      const now = ctx.now();
      const [claimed] = await tx
        .insert(slackEvents)
        .values({
          eventId,
          workspaceId: workspace.id,
          slackChannelId: command.channel,
          slackUserId: command.user,
          ts: tsOfInstant(now),
          state: "taken",
          receivedAt: now,
          dueAt: now,
          endedAt: now,
        })
        .onConflictDoNothing()
        .returning({ id: slackEvents.eventId });
      if (!claimed) throw new AppError("conflict", "This was kept already.");
      await holdUpdate(tx, home, update);
    },
    sign: async () => {},
  };
  const posted = await postUpdate({ ...acting, receipt }, { teamId: team.id, text }, "slack", home.day);
  return { kept, team, posted };
}

/** Slack waits three seconds for the answer. */
const PATIENCE_MS = 1500;
const HOW =
  "Write what you did, what comes next, or what is in your way after the command: /standup Done: the export. Next: its tests.";
const LINK = "An admin links you under Settings, Slack.";
/** Whom a command names is not looked up: its answer has three seconds, and Slack sends names along. */
const NOBODY = { people: new Map<string, string>(), channels: new Map<string, string>() };

type Team = { id: string; name: string };

async function teamOf(ctx: UserCtx, workspaceId: string, channel: string): Promise<Team> {
  const db = reader(ctx.store);
  const [linked] = await db
    .select({ id: teams.id, name: teams.name })
    .from(slackChannels)
    .innerJoin(teams, eq(teams.id, slackChannels.teamId))
    .where(
      and(
        eq(slackChannels.workspaceId, workspaceId),
        eq(slackChannels.slackChannelId, channel),
        isNull(slackChannels.removedAt),
      ),
    );
  if (linked) return linked;
  const member = db
    .select({ one: sql`1` })
    .from(teamMembers)
    .where(and(eq(teamMembers.teamId, teams.id), eq(teamMembers.userId, ctx.actor.id)));
  const own = await db
    .select({ id: teams.id, name: teams.name })
    .from(standups)
    .innerJoin(teams, eq(teams.id, standups.teamId))
    .where(and(eq(standups.active, true), exists(member)))
    .limit(2);
  const [team] = own;
  if (team && own.length === 1) return team;
  throw new AppError(
    "invalid",
    team
      ? "You are in several teams. Write it in the channel of the one it is for."
      : "You are in no team that holds a stand-up. A team’s lead adds you.",
  );
}

async function homeOf(ctx: UserCtx, team: Team): Promise<Home> {
  const [row] = await reader(ctx.store)
    .select({ days: standups.days, timeZone: users.timeZone })
    .from(standups)
    .innerJoin(users, eq(users.id, ctx.actor.id))
    .where(eq(standups.teamId, team.id));
  if (!row) throw new AppError("invalid", `${team.name} holds no stand-up yet. Its lead begins one.`);
  return { teamId: team.id, userId: ctx.actor.id, day: dayOfUpdate(ctx.now(), row.timeZone, row) };
}

import { and, asc, count, desc, eq, exists, gte, inArray, isNull, max, or, type SQL, sql } from "drizzle-orm";
import {
  slackChannels,
  slackEvents,
  slackPeople,
  slackWorkspaces,
  teamMembers,
  teams,
  users,
} from "#drizzle/schema/schema";
import { decodeCursor } from "#lib/db/cursor";
import { brokenLink, PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { SLACK_SCOPES } from "#lib/format/slack-manifest";
import { canConnectSlack } from "#lib/slack/policy";

/** The connected workspace, without what opens it. Instants are ISO strings. */
export type SlackConnection = {
  name: string;
  slackTeamId: string;
  connectedBy: string;
  /** What the app needs and may not. */
  missingScopes: string[];
  trouble: string | null;
  heardAt: string | null;
  /** When something last came whose signature was wrong. */
  refusedAt: string | null;
};

/** The connected workspace, or null. Everybody may know what is connected. */
export async function findSlack(ctx: UserCtx): Promise<SlackConnection | null> {
  const [row] = await reader(ctx.store)
    .select({
      name: slackWorkspaces.name,
      slackTeamId: slackWorkspaces.slackTeamId,
      connectedBy: users.name,
      scopes: slackWorkspaces.scopes,
      trouble: slackWorkspaces.trouble,
      heardAt: slackWorkspaces.heardAt,
      refusedAt: slackWorkspaces.refusedAt,
    })
    .from(slackWorkspaces)
    .innerJoin(users, eq(users.id, slackWorkspaces.connectedBy))
    .where(isNull(slackWorkspaces.removedAt));
  if (!row) return null;
  const { scopes, heardAt, refusedAt, ...known } = row;
  return {
    ...known,
    missingScopes: Object.keys(SLACK_SCOPES).filter((scope) => !scopes.includes(scope)),
    heardAt: heardAt?.toISOString() ?? null,
    refusedAt: refusedAt?.toISOString() ?? null,
  };
}

/** A linked channel. */
export type SlackChannelRow = {
  id: string;
  name: string;
  teamId: string;
  teamName: string;
  takesUpdates: boolean;
  byWebhook: boolean;
  trouble: string | null;
};

/** Linked channels that can be posted to, by name: admins and leaders see all, others those of their teams. */
export async function listSlackChannels(ctx: UserCtx): Promise<SlackChannelRow[]> {
  const db = reader(ctx.store);
  const { actor } = ctx;
  const isMember = db
    .select({ one: sql`1` })
    .from(teamMembers)
    .where(and(eq(teamMembers.teamId, slackChannels.teamId), eq(teamMembers.userId, actor.id)));
  const seesAll = actor.role === "admin" || actor.role === "leader";
  const own = seesAll ? undefined : or(eq(teams.leadId, actor.id), exists(isMember));
  const connected = or(isNull(slackChannels.workspaceId), isNull(slackWorkspaces.removedAt));
  const rows = await db
    .select({
      id: slackChannels.id,
      name: slackChannels.name,
      teamId: slackChannels.teamId,
      teamName: teams.name,
      takesUpdates: slackChannels.takesUpdates,
      byWebhook: sql<boolean>`${slackChannels.webhook} <> ''`,
      trouble: slackChannels.trouble,
    })
    .from(slackChannels)
    .innerJoin(teams, eq(teams.id, slackChannels.teamId))
    .leftJoin(slackWorkspaces, eq(slackWorkspaces.id, slackChannels.workspaceId))
    .where(and(isNull(slackChannels.removedAt), connected, own))
    .orderBy(asc(slackChannels.name), asc(slackChannels.id));
  return rows;
}

/** Somebody in Slack who wrote where updates are taken. `person` is who it is here; `linkedBy` how that is known. */
export type SlackPersonRow = {
  slackUserId: string;
  name: string;
  userId: string | null;
  person: string | null;
  linkedBy: string | null;
};

/** A page of who is who, those who are nobody yet first; admins alone. */
export async function listSlackPeople(
  ctx: UserCtx,
  { cursor }: { cursor?: string } = {},
): Promise<Page<SlackPersonRow>> {
  if (!canConnectSlack(ctx.actor)) throw new AppError("forbidden", "Only admins see who is who in Slack.");
  const rank = sql<string>`case when ${slackPeople.linkedBy} is null then '0' else '1' end`;
  const rows = await reader(ctx.store)
    .select({
      slackUserId: slackPeople.slackUserId,
      name: slackPeople.name,
      userId: slackPeople.userId,
      person: users.name,
      linkedBy: slackPeople.linkedBy,
    })
    .from(slackPeople)
    .innerJoin(slackWorkspaces, eq(slackWorkspaces.id, slackPeople.workspaceId))
    .leftJoin(users, eq(users.id, slackPeople.userId))
    .where(and(isNull(slackWorkspaces.removedAt), after(cursor, rank)))
    .orderBy(asc(rank), asc(slackPeople.slackUserId))
    .limit(PAGE_ROWS + 1);
  return toPage(rows, (last) => [last.linkedBy === null ? "0" : "1", last.slackUserId]);
}

function after(cursor: string | undefined, rank: SQL): SQL | undefined {
  if (!cursor) return undefined;
  const [seen, id] = decodeCursor(cursor, 2);
  if (!seen || !id) throw brokenLink();
  return sql`(${rank}, ${slackPeople.slackUserId}) > (${seen}, ${id})`;
}

/** Why messages of the last days were not taken, and how many, the latest first. */
export type SlackMissed = { reason: string; messages: number; lastAt: string };

const MISSED_DAYS = 7;
const MOST_REASONS = 20;

/** What was not taken in the last seven days although it came, and what to do about it; admins alone. */
export async function listSlackMissed(ctx: UserCtx): Promise<SlackMissed[]> {
  if (!canConnectSlack(ctx.actor)) throw new AppError("forbidden", "Only admins see what was not taken.");
  const since = new Date(ctx.now().getTime() - MISSED_DAYS * 86_400_000);
  const lastAt = max(slackEvents.receivedAt);
  const rows = await reader(ctx.store)
    .select({ reason: slackEvents.reason, messages: count(), lastAt })
    .from(slackEvents)
    .innerJoin(slackWorkspaces, eq(slackWorkspaces.id, slackEvents.workspaceId))
    .where(
      and(
        isNull(slackWorkspaces.removedAt),
        inArray(slackEvents.state, ["unlinked", "failed"]),
        gte(slackEvents.receivedAt, since),
      ),
    )
    .groupBy(slackEvents.reason)
    .orderBy(desc(lastAt))
    .limit(MOST_REASONS);
  return rows.map((row) => ({
    reason: row.reason ?? "Something failed inside Countersign.",
    messages: Number(row.messages),
    lastAt: row.lastAt?.toISOString() ?? "",
  }));
}

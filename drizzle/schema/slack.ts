import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { id, instant, oneOf } from "#drizzle/schema/columns";
import { teams } from "#drizzle/schema/teams";
import { users } from "#drizzle/schema/users";

/** A Slack workspace whose app an admin connected. One is connected at a time; a disconnected one keeps its row. */
export const slackWorkspaces = pgTable(
  "slack_workspaces",
  {
    id: id(),
    /** Slack's own id, "T…". */
    slackTeamId: text("slack_team_id").notNull(),
    name: text("name").notNull(),
    /** Who posts there: Countersign's own bot, "U…". */
    botUserId: text("bot_user_id").notNull(),
    /** What the bot may do, as Slack said at the last look. */
    scopes: text("scopes").array().notNull().default(sql`'{}'::text[]`),
    /** Both sealed by the vault for `slack_workspaces:<id>`; "" once disconnected. */
    botToken: text("bot_token").notNull(),
    signingSecret: text("signing_secret").notNull(),
    /** Why the last call was refused; null where it was answered. */
    trouble: text("trouble"),
    /** When Slack last sent something with a good signature, and when something last came with a bad one. */
    heardAt: instant("heard_at"),
    refusedAt: instant("refused_at"),
    connectedBy: text("connected_by")
      .notNull()
      .references(() => users.id),
    createdAt: instant("created_at").notNull(),
    removedAt: instant("removed_at"),
  },
  (t) => [
    uniqueIndex("slack_workspaces_team_key").on(t.slackTeamId),
    uniqueIndex("slack_workspaces_connected_key").on(sql`(true)`).where(sql`${t.removedAt} is null`),
  ],
);

/** A Slack channel that belongs to one of our teams. Without a workspace it has a webhook, and is only posted to. */
export const slackChannels = pgTable(
  "slack_channels",
  {
    id: id(),
    workspaceId: text("workspace_id").references(() => slackWorkspaces.id),
    /** Slack's own id, "C…". */
    slackChannelId: text("slack_channel_id"),
    name: text("name").notNull(),
    teamId: text("team_id")
      .notNull()
      .references(() => teams.id),
    /** Whether what the team's people write there are their updates. */
    takesUpdates: boolean("takes_updates").notNull(),
    /** The address of an incoming webhook, sealed for `slack_channels:<id>`; "" without one. */
    webhook: text("webhook").notNull().default(""),
    trouble: text("trouble"),
    linkedBy: text("linked_by")
      .notNull()
      .references(() => users.id),
    createdAt: instant("created_at").notNull(),
    removedAt: instant("removed_at"),
  },
  (t) => [
    uniqueIndex("slack_channels_channel_key")
      .on(t.workspaceId, t.slackChannelId)
      .where(sql`${t.removedAt} is null`),
    index("slack_channels_team_idx").on(t.teamId),
  ],
);

export const SLACK_LINKS = ["email", "handle", "admin"] as const;
export type SlackLink = (typeof SLACK_LINKS)[number];

/** Somebody of a Slack workspace who wrote to us. `userId` is null while nobody knows who of ours it is. */
export const slackPeople = pgTable(
  "slack_people",
  {
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => slackWorkspaces.id),
    slackUserId: text("slack_user_id").notNull(),
    /** As Slack calls them; "" where it was not asked or did not say. */
    name: text("name").notNull().default(""),
    userId: text("user_id").references(() => users.id),
    /** How it was found out, and for "admin" also that it is nobody; null while nothing was. */
    linkedBy: text("linked_by", { enum: SLACK_LINKS }),
    /** When Slack was last asked who it is. */
    askedAt: instant("asked_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.slackUserId] }),
    uniqueIndex("slack_people_user_key").on(t.workspaceId, t.userId),
    oneOf("slack_people_link_known", t.linkedBy, SLACK_LINKS),
  ],
);

/** waiting → taken, passed (nothing to do), unlinked (nobody or no team of ours), or failed. */
export const SLACK_EVENT_STATES = ["waiting", "taken", "passed", "unlinked", "failed"] as const;
export type SlackEventState = (typeof SLACK_EVENT_STATES)[number];

/** What is kept of an event until it was worked through. */
export type SlackPayload = {
  kind: "posted" | "edited" | "deleted";
  /** As Slack wrote it, with its tokens. */
  text: string;
  /** When Slack says that it was edited last, as a ts. */
  editedTs: string | null;
};

/** Everything that Slack sent, once each: by its event_id, and a command by its trigger_id. */
export const slackEvents = pgTable(
  "slack_events",
  {
    eventId: text("event_id").primaryKey(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => slackWorkspaces.id),
    slackChannelId: text("slack_channel_id").notNull(),
    slackUserId: text("slack_user_id").notNull(),
    /** Which message it is about: with the channel its name. */
    ts: text("ts").notNull(),
    /** The message it answers; null where it answers none. */
    threadTs: text("thread_ts"),
    /** Who wrote what it answers, where Slack says so. */
    parentUserId: text("parent_user_id"),
    /** Null once it was worked through, and at once where nobody or no team of ours is linked. */
    payload: jsonb("payload").$type<SlackPayload>(),
    state: text("state", { enum: SLACK_EVENT_STATES }).notNull(),
    /** Why it was not taken, as a sentence. */
    reason: text("reason"),
    attempt: integer("attempt").notNull().default(0),
    dueAt: instant("due_at").notNull(),
    receivedAt: instant("received_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    index("slack_events_waiting_idx").on(t.slackChannelId, t.ts).where(sql`${t.state} = 'waiting'`),
    index("slack_events_received_idx").on(t.receivedAt.desc().nullsFirst()),
    oneOf("slack_events_state_known", t.state, SLACK_EVENT_STATES),
  ],
);

/** A message that is part of somebody's update, and where it stands in it. What it says is in the update alone. */
export const slackMessages = pgTable(
  "slack_messages",
  {
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => slackWorkspaces.id),
    slackChannelId: text("slack_channel_id").notNull(),
    ts: text("ts").notNull(),
    slackUserId: text("slack_user_id").notNull(),
    userId: text("user_id").references(() => users.id),
    teamId: text("team_id").references(() => teams.id),
    /** The day of the update it is part of. */
    day: date("day", { mode: "string" }),
    /** The last change that was taken, as a ts; "" for the message as it was posted. */
    editedTs: text("edited_ts").notNull().default(""),
    deleted: boolean("deleted").notNull().default(false),
    /** The text it is in, and where (UTF-16), while that is still the version given; null where it is in none. */
    sourceId: text("source_id"),
    sourceVersion: integer("source_version"),
    start: integer("start_offset"),
    end: integer("end_offset"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.slackChannelId, t.ts] }),
    index("slack_messages_update_idx").on(t.teamId, t.day, t.userId),
  ],
);

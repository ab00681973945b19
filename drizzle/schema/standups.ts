import { sql } from "drizzle-orm";
import { boolean, date, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, oneOf } from "#drizzle/schema/columns";
import { WRITERS } from "#drizzle/schema/runs";
import { sources } from "#drizzle/schema/sources";
import { teams } from "#drizzle/schema/teams";
import { users } from "#drizzle/schema/users";

export const STANDUP_VISIBILITIES = ["team", "open"] as const;
export type StandupVisibility = (typeof STANDUP_VISIBILITIES)[number];

/** How a team holds its stand-up. A team without a row has none. */
export const standups = pgTable(
  "standups",
  {
    teamId: text("team_id")
      .primaryKey()
      .references(() => teams.id),
    active: boolean("active").notNull(),
    /** ISO weekdays, 1 = Monday. */
    days: integer("days").array().notNull(),
    /** Whose midnight the minutes count from, and whose day it is. */
    timeZone: text("time_zone").notNull(),
    /** Minutes after midnight at which the digest is written. */
    digestAt: integer("digest_at").notNull(),
    /** Minutes after midnight at which who hasn't written is reminded; null for never. */
    remindAt: integer("remind_at"),
    visibility: text("visibility", { enum: STANDUP_VISIBILITIES }).notNull(),
    /** Where an approved digest is posted; no foreign key, since the connection may be taken away. */
    slackChannelId: text("slack_channel_id"),
    /** Whether an approved digest goes to the team by mail. */
    mailTeam: boolean("mail_team").notNull().default(false),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    /** Who last said how it is held; digests of a team without a lead are written in their name. */
    changedBy: text("changed_by")
      .notNull()
      .references(() => users.id),
  },
  (t) => [oneOf("standups_visibility_known", t.visibility, STANDUP_VISIBILITIES)],
);

/** `open` takes updates until its digest is asked for; `skipped` where nobody was expected or nobody wrote. */
export const STANDUP_DAY_STATES = ["open", "closed", "skipped"] as const;
export type StandupDayState = (typeof STANDUP_DAY_STATES)[number];

/** One stand-up of one team: the team's own day, and when its digest is due. Its digest is asked for once. */
export const standupDays = pgTable(
  "standup_days",
  {
    id: id(),
    teamId: text("team_id")
      .notNull()
      .references(() => teams.id),
    day: date("day", { mode: "string" }).notNull(),
    remindAt: instant("remind_at"),
    remindedAt: instant("reminded_at"),
    dueAt: instant("due_at").notNull(),
    state: text("state", { enum: STANDUP_DAY_STATES }).notNull(),
    /** Why it was skipped, as a sentence. */
    reason: text("reason"),
    /** What code knew of the day when its digest was asked for: the digest's first source. */
    sourceId: text("source_id").references(() => sources.id),
    /** The run that writes its digest. No foreign key: a backup restores row by row, in whatever order they stand. */
    runId: text("run_id"),
    closedAt: instant("closed_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("standup_days_team_day_key").on(t.teamId, t.day),
    uniqueIndex("standup_days_to_come_key").on(t.teamId).where(sql`${t.state} = 'open'`),
    index("standup_days_due_idx").on(t.dueAt).where(sql`${t.state} = 'open'`),
    index("standup_days_remind_idx")
      .on(t.remindAt)
      .where(sql`${t.state} = 'open' and ${t.remindAt} is not null and ${t.remindedAt} is null`),
    index("standup_days_day_idx").on(t.day, t.teamId),
    uniqueIndex("standup_days_source_key").on(t.sourceId).where(sql`${t.sourceId} is not null`),
    oneOf("standup_days_state_known", t.state, STANDUP_DAY_STATES),
  ],
);

/**
 * One person who had not written when their team was reminded. `dueAt` is then, or when their quiet hours end; who is in
 * them until the digest has none.
 */
export const standupReminders = pgTable(
  "standup_reminders",
  {
    /** A day that is taken off again takes its reminders with it. */
    standupDayId: text("standup_day_id")
      .notNull()
      .references(() => standupDays.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    dueAt: instant("due_at").notNull(),
    /** When they were told, or it turned out that they need not be. */
    doneAt: instant("done_at"),
  },
  (t) => [
    primaryKey({ columns: [t.standupDayId, t.userId] }),
    index("standup_reminders_due_idx").on(t.dueAt).where(sql`${t.doneAt} is null`),
  ],
);

export const UPDATE_DOORS = ["page", "slack", "api", "paste", "sample"] as const;
export type UpdateDoor = (typeof UPDATE_DOORS)[number];

/** What one person said at one stand-up. Of the pasted text of a whole team each has their part as a source. */
export const standupUpdates = pgTable(
  "standup_updates",
  {
    id: id(),
    teamId: text("team_id")
      .notNull()
      .references(() => teams.id),
    day: date("day", { mode: "string" }).notNull(),
    /** Null where the speaker is not on the roster. */
    userId: text("user_id").references(() => users.id),
    name: text("name").notNull(),
    sourceId: text("source_id")
      .notNull()
      .references(() => sources.id),
    via: text("via", { enum: UPDATE_DOORS }).notNull(),
    /** Whether it came or was changed after the day's digest was asked for. */
    late: boolean("late").notNull(),
    createdAt: instant("created_at").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    uniqueIndex("standup_updates_person_key")
      .on(t.teamId, t.day, t.userId)
      .where(sql`${t.userId} is not null`),
    index("standup_updates_day_idx").on(t.day, t.teamId),
    index("standup_updates_person_idx").on(t.userId, t.day.desc().nullsFirst(), t.teamId.desc().nullsFirst()),
    index("standup_updates_source_idx").on(t.sourceId),
    oneOf("standup_updates_via_known", t.via, UPDATE_DOORS),
  ],
);

/**
 * A leader's word that drafts of one workflow version may go to one internal channel by themselves: of a team, or, where
 * there is none, those that are for the giver alone.
 */
export const standingApprovals = pgTable(
  "standing_approvals",
  {
    id: id(),
    workflow: text("workflow").notNull(),
    /** Of the prompt or of the rules, by who writes. */
    workflowVersion: integer("workflow_version").notNull(),
    writer: text("writer", { enum: WRITERS }).notNull(),
    teamId: text("team_id").references(() => teams.id),
    channel: text("channel").notNull(),
    recipient: text("recipient").notNull(),
    givenBy: text("given_by")
      .notNull()
      .references(() => users.id),
    givenAt: instant("given_at").notNull(),
    revokedBy: text("revoked_by").references(() => users.id),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    uniqueIndex("standing_approvals_given_key")
      .on(t.workflow, t.teamId, t.channel, t.recipient)
      .where(sql`${t.revokedAt} is null`),
    uniqueIndex("standing_approvals_own_key")
      .on(t.workflow, t.givenBy, t.channel, t.recipient)
      .where(sql`${t.revokedAt} is null and ${t.teamId} is null`),
    index("standing_approvals_team_idx").on(t.teamId, t.givenAt),
  ],
);

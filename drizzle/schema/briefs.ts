import { sql } from "drizzle-orm";
import { boolean, date, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, oneOf } from "#drizzle/schema/columns";
import { sources } from "#drizzle/schema/sources";
import { users } from "#drizzle/schema/users";

/** When a leader has the week told to them, and where to. Who has no row has none. */
export const briefs = pgTable("briefs", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id),
  active: boolean("active").notNull(),
  /** ISO weekday, 1 = Monday, and minutes after midnight, by the person's own clock. */
  weekday: integer("weekday").notNull(),
  writeAt: integer("write_at").notNull(),
  /** Whether an approved brief goes to them by mail. */
  byMail: boolean("by_mail").notNull(),
  /** Where it is posted; no foreign key, since the connection may be taken away. */
  slackChannelId: text("slack_channel_id"),
  version: integer("version").notNull().default(1),
});

/** `open` until its brief is asked for; `skipped` where there was nothing to tell, or nobody to tell it to. */
export const BRIEF_WEEK_STATES = ["open", "asked", "skipped"] as const;
export type BriefWeekState = (typeof BRIEF_WEEK_STATES)[number];

/** One week that one leader is told of, by its Monday, and when that is due. It is told once. */
export const briefWeeks = pgTable(
  "brief_weeks",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    monday: date("monday", { mode: "string" }).notNull(),
    dueAt: instant("due_at").notNull(),
    state: text("state", { enum: BRIEF_WEEK_STATES }).notNull(),
    /** Why it was skipped, as a sentence. */
    reason: text("reason"),
    /** What code knew of the week when its brief was asked for: the brief's only source. */
    sourceId: text("source_id").references(() => sources.id),
    /** The run that writes it. No foreign key: a backup restores row by row, in whatever order they stand. */
    runId: text("run_id"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("brief_weeks_user_monday_key").on(t.userId, t.monday),
    uniqueIndex("brief_weeks_to_come_key").on(t.userId).where(sql`${t.state} = 'open'`),
    index("brief_weeks_due_idx").on(t.dueAt).where(sql`${t.state} = 'open'`),
    uniqueIndex("brief_weeks_source_key").on(t.sourceId).where(sql`${t.sourceId} is not null`),
    oneOf("brief_weeks_state_known", t.state, BRIEF_WEEK_STATES),
  ],
);

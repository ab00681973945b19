import { sql } from "drizzle-orm";
import { date, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, oneOf } from "#drizzle/schema/columns";
import { leads } from "#drizzle/schema/leads";
import { users } from "#drizzle/schema/users";

/** `going` until its last step; `paused` waits for an auto-reply to pass, `stopped` says why, `done` is after the last step. */
export const CADENCE_STATES = ["going", "paused", "stopped", "done"] as const;
export type CadenceState = (typeof CADENCE_STATES)[number];

export const CADENCE_STOPS = ["replied", "bounced", "unsubscribed", "closed", "person"] as const;
export type CadenceStop = (typeof CADENCE_STOPS)[number];

/** The rhythm in which a lead is written to. What comes next is among `follow_up_dues`. */
export const cadences = pgTable(
  "cadences",
  {
    leadId: text("lead_id")
      .primaryKey()
      .references(() => leads.id),
    /** Days after `startedOn`, ascending, such as 0, 3, 7, 14, 21. */
    days: integer("days").array().notNull(),
    startedOn: date("started_on", { mode: "string" }).notNull(),
    /** How many steps had their draft. */
    step: integer("step").notNull().default(0),
    state: text("state", { enum: CADENCE_STATES }).notNull(),
    stop: text("stop", { enum: CADENCE_STOPS }),
    startedBy: text("started_by")
      .notNull()
      .references(() => users.id),
    /** Raised by each change. */
    version: integer("version").notNull().default(1),
  },
  (t) => [
    oneOf("cadences_state_known", t.state, CADENCE_STATES),
    oneOf("cadences_stop_known", t.stop, CADENCE_STOPS),
  ],
);

export const FOLLOW_UP_WHYS = ["cadence", "quiet", "promise"] as const;
export type FollowUpWhy = (typeof FOLLOW_UP_WHYS)[number];

export const DUE_STATES = ["waiting", "drafted", "dropped"] as const;

/** A follow-up that is to be drafted on a day of the owner's. */
export const followUpDues = pgTable(
  "follow_up_dues",
  {
    id: id(),
    leadId: text("lead_id")
      .notNull()
      .references(() => leads.id),
    why: text("why", { enum: FOLLOW_UP_WHYS }).notNull(),
    /** The promise it is about; "" where it is about none, so that two of them are the same. */
    promiseId: text("promise_id").notNull().default(""),
    /** The owner's own day, and the beginning of its work. */
    dueOn: date("due_on", { mode: "string" }).notNull(),
    dueAt: instant("due_at").notNull(),
    state: text("state", { enum: DUE_STATES }).notNull(),
    /** Why it waits longer than its day, as a sentence. */
    reason: text("reason"),
    runId: text("run_id"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("follow_up_dues_waiting_key")
      .on(t.leadId, t.why, t.promiseId)
      .where(sql`${t.state} = 'waiting'`),
    index("follow_up_dues_due_idx").on(t.dueAt, t.id).where(sql`${t.state} = 'waiting'`),
    oneOf("follow_up_dues_why_known", t.why, FOLLOW_UP_WHYS),
    oneOf("follow_up_dues_state_known", t.state, DUE_STATES),
  ],
);

/** How many follow-ups were drafted by themselves for somebody on a day of theirs: never more than the company's cap. */
export const draftDays = pgTable(
  "draft_days",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    day: date("day", { mode: "string" }).notNull(),
    drafted: integer("drafted").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.day] })],
);

import { sql } from "drizzle-orm";
import { date, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant, oneOf } from "#drizzle/schema/columns";
import { leads } from "#drizzle/schema/leads";
import { users } from "#drizzle/schema/users";

/** `going` until its last step; `stopped` says why, and `done` is after the last step. */
export const CADENCE_STATES = ["going", "paused", "stopped", "done"] as const;
export type CadenceState = (typeof CADENCE_STATES)[number];

export const CADENCE_STOPS = ["replied", "bounced", "unsubscribed", "closed", "person"] as const;
export type CadenceStop = (typeof CADENCE_STOPS)[number];

/** When a lead is written to: the days after the first, of which `step` come next. */
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
    /** The owner's own day and morning on which the next draft is due; null where none is. */
    nextOn: date("next_on", { mode: "string" }),
    dueAt: instant("due_at"),
    startedBy: text("started_by")
      .notNull()
      .references(() => users.id),
    /** Raised by each change. */
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("cadences_due_idx").on(t.dueAt).where(sql`${t.dueAt} is not null`),
    oneOf("cadences_state_known", t.state, CADENCE_STATES),
    oneOf("cadences_stop_known", t.stop, CADENCE_STOPS),
  ],
);

import { sql } from "drizzle-orm";
import { bigint, check, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "#drizzle/schema/columns";
import { users } from "#drizzle/schema/users";

/** What a workflow may cost in a calendar month of the company's. A workflow without a row has no limit. */
export const budgets = pgTable(
  "budgets",
  {
    workflow: text("workflow").primaryKey(),
    /** Micro-dollars. */
    monthMicros: bigint("month_micros", { mode: "number" }).notNull(),
    setBy: text("set_by")
      .notNull()
      .references(() => users.id),
    setAt: instant("set_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [check("budgets_not_negative", sql`${t.monthMicros} >= 0`)],
);

/** How long it took to do by hand what one approved draft of a workflow does. Without a row nobody knows. */
export const baselines = pgTable(
  "baselines",
  {
    workflow: text("workflow").primaryKey(),
    minutes: integer("minutes").notNull(),
    setBy: text("set_by")
      .notNull()
      .references(() => users.id),
    setAt: instant("set_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [check("baselines_not_negative", sql`${t.minutes} >= 0`)],
);

import { sql } from "drizzle-orm";
import { check, date, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant } from "#drizzle/schema/columns";
import { users } from "#drizzle/schema/users";

/** When somebody is away, by their own days, both ends included. Nobody says why. */
export const absences = pgTable(
  "absences",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    fromOn: date("from_on", { mode: "string" }).notNull(),
    untilOn: date("until_on", { mode: "string" }).notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("absences_user_idx").on(t.userId, t.untilOn),
    check("absences_in_order", sql`${t.fromOn} <= ${t.untilOn}`),
  ],
);

/** Days on which nobody works, or nobody of some time zones. */
export const holidays = pgTable(
  "holidays",
  {
    id: id(),
    day: date("day", { mode: "string" }).notNull(),
    name: text("name").notNull(),
    /** IANA names of the zones of the people it is for; empty: everybody. */
    timeZones: text("time_zones").array().notNull().default(sql`'{}'::text[]`),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("holidays_day_key").on(t.day, t.name)],
);

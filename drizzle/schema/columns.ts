import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, check, integer, text, timestamp } from "drizzle-orm/pg-core";

/** An instant in milliseconds, as JavaScript has it, so that a keyset cursor compares equal on both drivers. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });

/** A primary key made by the application: `newId("src")`. */
export const id = () => text("id").primaryKey();

/** Holds a text column to its vocabulary in the database too. */
export function oneOf(name: string, column: AnyPgColumn, values: readonly string[]) {
  const list: SQL = sql.join(
    values.map((value) => sql.raw(`'${value}'`)),
    sql`, `,
  );
  return check(name, sql`${column} in (${list})`);
}

/** What a row has that leaves by a channel, whatever its table: when, how often it was tried, and how it ended. */
export const leaving = () => ({
  dueAt: instant("due_at").notNull(),
  leaseUntil: instant("lease_until"),
  attempt: integer("attempt").notNull().default(0),
  reason: text("reason"),
  createdAt: instant("created_at").notNull(),
  endedAt: instant("ended_at"),
});

import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, check, text, timestamp } from "drizzle-orm/pg-core";

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

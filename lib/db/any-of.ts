import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/** The condition that a column is one of these, with the list as one parameter: one statement whatever its length. */
export function anyOf(column: AnyPgColumn, values: (string | number)[]): SQL {
  return sql`${column} = any(${sql.param(values)})`;
}

import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { dueOrLast } from "#drizzle/schema/records";
import { decodeCursor } from "#lib/db/cursor";
import { brokenLink } from "#lib/db/page";
import { isDay } from "#lib/format/dates";

/** The rows after a cursor of due day and id, in a list sorted by the first due, or by the last. `invalid` for a cursor of another list. */
export function afterDue(
  cursor: string | undefined,
  dueOn: AnyPgColumn,
  id: AnyPgColumn,
  order: "first" | "last" = "first",
): SQL | undefined {
  if (!cursor) return undefined;
  const [day, lastId] = decodeCursor(cursor, 2);
  if (day === undefined || !lastId || (day !== null && !isDay(day))) throw brokenLink();
  const than = order === "first" ? sql`>` : sql`<`;
  return sql`(${dueOrLast(dueOn)}, ${id}) ${than} (coalesce(${day}::date, '9999-12-31'::date), ${lastId})`;
}

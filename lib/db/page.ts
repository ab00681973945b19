import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { decodeCursor, encodeCursor } from "#lib/db/cursor";
import { AppError } from "#lib/errors";

/** Rows of one page of a list. */
export const PAGE_ROWS = 30;

/** One page; `next` is the cursor of the page after it, null on the last. */
export type Page<Row> = { rows: Row[]; next: string | null };

/** A page made of one row more than it shows: the extra row says that there is another page. */
export function toPage<Row>(
  rows: Row[],
  valuesOf: (last: Row) => (string | null)[],
  most = PAGE_ROWS,
): Page<Row> {
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  return { rows: shown, next: last && rows.length > most ? encodeCursor(valuesOf(last)) : null };
}

/** The rows after a cursor in a list sorted by instant and id, newest first. `invalid` for a cursor of another list. */
export function olderThan(cursor: string | undefined, at: AnyPgColumn, id: AnyPgColumn): SQL | undefined {
  if (!cursor) return undefined;
  const [instant, lastId] = decodeCursor(cursor, 2);
  if (!instant || !lastId || !isInstant(instant)) throw brokenLink();
  return sql`(${at}, ${id}) < (${instant}::timestamptz, ${lastId})`;
}

/** Whether a text is an instant as ISO 8601 writes it, in a year that PostgreSQL has too. */
export function isInstant(text: string | null | undefined): text is string {
  return (
    typeof text === "string" &&
    /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,15}Z$/.test(text) &&
    Date.parse(text) > MIN &&
    // JavaScript takes 31 February for 3 March; PostgreSQL refuses it.
    new Date(text).toISOString().startsWith(text.slice(0, 10))
  );
}

const MIN = Date.parse("0001-01-01T00:00:00Z");

/** What a cursor that doesn't fit its list ends in. */
export function brokenLink(): AppError {
  return new AppError("invalid", "This link to a page of the list is broken. Go back to its start.");
}

import { sql } from "drizzle-orm";

/**
 * A limit that is written into the statement. As a parameter its value is not known to a plan that is kept, which then
 * reckons with a tenth of all rows: from some thousand rows on the server plans anew each time, which takes longer than
 * reading the page. For limits of ours, of which there are few: each makes a statement of its own.
 */
export function atMost(rows: number): number {
  // Drizzle takes SQL here, as it does a placeholder, and has no type for it.
  return sql.raw(String(Math.trunc(rows))) as unknown as number;
}

import { type SQL, sql } from "drizzle-orm";

/**
 * A condition with a subquery that is asked for each row as it is reached. Left to itself, PostgreSQL gathers all that
 * fits first, which is everything there is, where a page of fifty rows would have asked for a hundred.
 */
export function rowByRow(condition: SQL): SQL {
  return sql`(select ${condition})`;
}

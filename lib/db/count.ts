import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "#lib/db/store";

const MOST = 1000;

/** How many rows meet a condition, at most 1000: a screen says "999+" there, and the database stops counting. */
export async function countUpTo(db: Database, table: PgTable, where: SQL | undefined): Promise<number> {
  const counted = db
    .select({ one: sql`1`.as("one") })
    .from(table)
    .where(where)
    .limit(MOST)
    .as("counted");
  const [row] = await db.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(counted);
  return row?.count ?? 0;
}

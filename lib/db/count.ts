import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { atMost } from "#lib/db/at-most";
import { reader, type Store } from "#lib/db/store";

/** Rows that are to be counted, `most` of them at most: 100, unless told. Screens say "99+" for those. */
export type Counted = { table: PgTable; where: SQL | undefined; most?: number };

const MOST = 100;

/** How many rows there are of each, in one statement. */
export async function countEach<Name extends string>(
  { store }: { store: Store },
  counted: Record<Name, Counted>,
): Promise<Record<Name, number>> {
  const names = Object.keys(counted) as Name[];
  const counts: Record<string, SQL<number>> = {};
  for (const name of names) counts[name] = countOf(store, counted[name]);
  const [row] = await reader(store).select(counts).from(sql`(select 1) as once`);
  return row as Record<Name, number>;
}

function countOf(store: Store, { table, where, most = MOST }: Counted): SQL<number> {
  const db = reader(store);
  const rows = db
    .select({ one: sql`1`.as("one") })
    .from(table)
    .where(where)
    .limit(atMost(most))
    .as("counted");
  return sql<number>`(${db.select({ count: sql`count(*)` }).from(rows)})`.mapWith(Number);
}

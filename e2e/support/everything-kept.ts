import { is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import * as schema from "#drizzle/schema/schema";
import type { Store } from "#lib/db/store";

/** Every row that is kept anywhere, in every table there is; the same rows give the same text. */
export async function everythingKept({ raw }: Store): Promise<string> {
  const tables = Object.values<unknown>(schema).filter((one) => is(one, PgTable));
  const rows = (await Promise.all(tables.map((table) => raw.select().from(table)))).flat();
  // PostgreSQL promises no order: once it has vacuumed a table it may read it by an index.
  return rows
    .map((row) => JSON.stringify(row))
    .sort()
    .join("\n");
}

import { is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import * as schema from "#drizzle/schema/schema";
import type { Store } from "#lib/db/store";

/** Every row that is kept anywhere, in every table there is; the same rows give the same text. */
export function everythingKept(store: Store): Promise<string> {
  return keptIn(
    store,
    Object.values<unknown>(schema).filter((one) => is(one, PgTable)),
  );
}

/** Every row of some tables as text, in an order of their own: a table promises none. */
export async function keptIn({ raw }: Store, tables: PgTable[]): Promise<string> {
  const rows = await Promise.all(tables.map((table) => raw.select().from(table)));
  return rows
    .flat()
    .map((row) => JSON.stringify(row))
    .sort()
    .join("\n");
}

import { is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import * as schema from "#drizzle/schema/schema";
import type { Store } from "#lib/db/store";

/** Every word that is kept anywhere, in every table there is. */
export async function everythingKept({ raw }: Store): Promise<string> {
  const tables = Object.values<unknown>(schema).filter((one) => is(one, PgTable));
  return JSON.stringify(await Promise.all(tables.map((table) => raw.select().from(table))));
}

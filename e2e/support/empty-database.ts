import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { inject } from "vitest";
import { createDatabase } from "#e2e/support/cluster";
import { pgliteStore } from "#lib/db/open-pglite";
import type { Store } from "#lib/db/store";

/** Whether the tests run on PostgreSQL, under COUNTERSIGN_TEST_DATABASE=postgres. */
export const onPostgres = inject("testDatabase").kind === "postgres";

/** A PGlite of the test's own without a table in it. */
export async function emptyEmbeddedDatabase(): Promise<Store> {
  if (onPostgres) return pgliteStore(await PGlite.create());
  // Much faster than letting PGlite make one.
  const client = await PGlite.create({ loadDataDir: snapshot() });
  await client.exec("drop schema public, drizzle, pgboss cascade; create schema public");
  return pgliteStore(client);
}

/** Puts a migrated database without rows into a data directory, as its first start would have made it. */
export async function fillDataDirectory(dataDir: string): Promise<void> {
  const client = await PGlite.create(join(dataDir, "pglite"), { loadDataDir: snapshot() });
  await client.close();
}

function snapshot(): Blob {
  const database = inject("testDatabase");
  if (database.kind !== "pglite") throw new Error("The tests run on PostgreSQL.");
  return new Blob([readFileSync(database.snapshot)]);
}

/** The address of a new, empty database on the tests' PostgreSQL server. It goes with the server. */
export async function emptyServerDatabase(): Promise<string> {
  const database = inject("testDatabase");
  if (database.kind !== "postgres") throw new Error("The tests run on PGlite.");
  const url = (name: string) => database.base.replace("/?", `/${name}?`);
  const name = `empty_${randomUUID()}`;
  await createDatabase({ url }, name);
  return url(name);
}

/** The address of a copy of a database of the tests'. Nobody may be connected to it. */
export async function copyServerDatabase(url: string): Promise<string> {
  const database = inject("testDatabase");
  if (database.kind !== "postgres") throw new Error("The tests run on PGlite.");
  const of = (name: string) => database.base.replace("/?", `/${name}?`);
  const name = `copy_${randomUUID()}`;
  await createDatabase({ url: of }, name, new URL(url).pathname.slice(1));
  return of(name);
}

import { readFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import { createDatabase } from "#e2e/support/cluster";
import type { TestDatabase } from "#e2e/support/database-template";
import { withoutUnpromisedOrder } from "#e2e/support/unpromised-order";
import { pgliteStore } from "#lib/db/open-pglite";
import { openPostgres } from "#lib/db/open-postgres";
import type { Store } from "#lib/db/store";

const kept = globalThis as { testStore?: Promise<Store>; testTables?: Promise<string> };

/**
 * An empty, migrated database on PGlite, or on PostgreSQL under COUNTERSIGN_TEST_DATABASE=postgres.
 * One per worker: each call empties it, so a test that calls this starts from nothing. Don't close it.
 */
export async function testStore(): Promise<Store> {
  kept.testStore ??= open();
  const store = await kept.testStore;
  kept.testTables ??= emptyingStatements(store);
  await runAsOne(store, await kept.testTables);
  return store;
}

// Vitest is loaded late: Playwright reads the cast from files that lead here.
async function open(): Promise<Store> {
  const { inject } = await import("vitest");
  const database: TestDatabase = inject("testDatabase");
  if (database.kind === "pglite")
    return pgliteStore(
      withoutUnpromisedOrder(
        await PGlite.create({ loadDataDir: new Blob([readFileSync(database.snapshot)]) }),
      ),
    );
  const name = `worker_${process.pid}`;
  const url = (other: string) => database.base.replace("/?", `/${other}?`);
  await createDatabase({ url }, name, database.template);
  return openPostgres(url(name), "drizzle/migrations");
}

// Deleting with foreign keys off takes 3 ms where `truncate` takes 90.
async function emptyingStatements(store: Store): Promise<string> {
  const tables = await store.raw.execute<{ name: string }>(sql`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = 'public' or (schemaname, tablename) = ('pgboss', 'job')`);
  return [
    "set local session_replication_role = replica",
    ...tables.rows.map(({ name }) => `delete from ${name}`),
    "alter table events alter column seq restart",
  ].join(";");
}

async function runAsOne(store: Store, statements: string): Promise<void> {
  if (store.driver.kind === "pglite") await store.driver.client.exec(`begin;${statements};commit`);
  else await store.raw.execute(sql.raw(`begin;${statements};commit`));
}

import { sql } from "drizzle-orm";
import { onTestFinished } from "vitest";
import { emptyEmbeddedDatabase, emptyServerDatabase } from "#e2e/support/empty-database";
import { migrateEmbedded } from "#lib/db/migrate";
import { openPostgres } from "#lib/db/open-postgres";
import type { Store } from "#lib/db/store";

const MIGRATIONS = "drizzle/migrations";

/** A migrated PGlite without rows, until the test ends. */
export async function unusedEmbedded(): Promise<Store> {
  const store = await emptyEmbeddedDatabase();
  onTestFinished(() => store.close());
  await migrateEmbedded(store.raw, MIGRATIONS);
  return store;
}

/** A migrated database without rows on the tests' PostgreSQL server, open until the test ends. */
export async function unusedServer(): Promise<Store> {
  const store = await openPostgres(await emptyServerDatabase(), MIGRATIONS);
  onTestFinished(() => store.close());
  return store;
}

/** How many rows each table holds. */
export async function countRows({ raw }: Store): Promise<Record<string, number>> {
  const tables = await raw.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const { rows } = await raw.execute<{ count: string }>(
      sql`select count(*)::text as count from ${sql.identifier(name)}`,
    );
    counts[name] = Number(rows[0]?.count);
  }
  return counts;
}

import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate as migrateNodePg } from "drizzle-orm/node-postgres/migrator";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import type { Database } from "#lib/db/store";
import { AppError } from "#lib/errors";

/** Any number, as long as each version of Countersign uses the same one. */
const MIGRATION_LOCK = 7_319_402;

/**
 * Brings an embedded database to the newest schema. Nobody else can have it open. `unavailable` where a newer version
 * of Countersign has migrated it.
 */
export async function migrateEmbedded(db: Database, folder: string): Promise<void> {
  await refuseNewer(db, folder);
  await migratePglite(db as never, { migrationsFolder: folder });
}

/**
 * Brings a PostgreSQL database to the newest schema. `db` must be one connection, not a pool:
 * the advisory lock that keeps two starters apart belongs to the session. `unavailable` as above: a process that runs
 * already goes on, because migrations only add.
 */
export async function migrateServer(db: Database, folder: string): Promise<void> {
  await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
  try {
    await refuseNewer(db, folder);
    await migrateNodePg(db as never, { migrationsFolder: folder });
  } finally {
    await db.execute(sql`select pg_advisory_unlock(${MIGRATION_LOCK})`);
  }
}

async function refuseNewer(db: Database, folder: string): Promise<void> {
  const known = readMigrationFiles({ migrationsFolder: folder }).map(({ folderMillis }) => folderMillis);
  const newest = Math.max(...known);
  const [table] = (
    await db.execute<{ name: string | null }>(
      sql`select to_regclass('drizzle.__drizzle_migrations')::text as name`,
    )
  ).rows;
  if (!table?.name) return;
  const applied = await db.execute<{ at: string }>(
    sql`select created_at::text as at from drizzle.__drizzle_migrations where created_at > ${newest} order by created_at desc limit 1`,
  );
  const newer = applied.rows[0];
  if (!newer) return;
  const day = new Date(Number(newer.at)).toISOString().slice(0, 10);
  throw new AppError(
    "unavailable",
    `A newer version of Countersign has changed this database: it has a migration of ${day} that this version doesn’t know. Start the newer version, or restore a backup from before the upgrade.`,
  );
}

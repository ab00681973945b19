import { sql } from "drizzle-orm";
import { migrate as migrateNodePg } from "drizzle-orm/node-postgres/migrator";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import type { Database } from "#lib/db/store";

/** Any number, as long as each version of Countersign uses the same one. */
const MIGRATION_LOCK = 7_319_402;

/** Brings an embedded database to the newest schema. Nobody else can have it open. */
export async function migrateEmbedded(db: Database, folder: string): Promise<void> {
  await migratePglite(db as never, { migrationsFolder: folder });
}

/**
 * Brings a PostgreSQL database to the newest schema. `db` must be one connection, not a pool:
 * the advisory lock that keeps two starters apart belongs to the session.
 */
export async function migrateServer(db: Database, folder: string): Promise<void> {
  await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
  try {
    await migrateNodePg(db as never, { migrationsFolder: folder });
  } finally {
    await db.execute(sql`select pg_advisory_unlock(${MIGRATION_LOCK})`);
  }
}

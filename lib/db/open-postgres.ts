import { drizzle } from "drizzle-orm/node-postgres";
import { Client, Pool } from "pg";
import * as schema from "#drizzle/schema/schema";
import { keepingStatements } from "#lib/db/kept-statements";
import { listenOn } from "#lib/db/listen";
import { migrateServer } from "#lib/db/migrate";
import { type Store, transactionSlot } from "#lib/db/store";

/** Connects to PostgreSQL 15 or newer and migrates it under an advisory lock. */
export async function openPostgres(url: string, migrationsFolder: string): Promise<Store> {
  await migrateOverOneConnection(url, migrationsFolder);
  const pool = new Pool({
    connectionString: url,
    max: 10,
    application_name: "countersign",
    statement_timeout: 15_000,
    // Compiling a plan takes longer than the pages' short statements do; and a page read out of turn costs what its
    // neighbour does where nothing spins, else whole tables are gone through for two thousand rows of them.
    options: "-c jit=off -c random_page_cost=1.1",
  });
  pool.on("connect", keepingStatements());
  // An idle connection that the server drops must not end the process; the pool replaces it.
  pool.on("error", (error) => console.error(`Database connection lost: ${error.message}`));
  return {
    raw: drizzle(pool, { schema }),
    driver: { kind: "postgres", url },
    open: transactionSlot(),
    listen: (channel, onPayload) => listenOn(url, channel, onPayload),
    close: () => pool.end(),
  };
}

async function migrateOverOneConnection(url: string, migrationsFolder: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: "countersign-migrate" });
  await client.connect();
  try {
    await migrateServer(drizzle(client, { schema }) as never, migrationsFolder);
  } finally {
    await client.end();
  }
}

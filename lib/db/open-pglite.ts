import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import * as schema from "#drizzle/schema/schema";
import { lockDirectory } from "#lib/db/lock";
import { migrateEmbedded } from "#lib/db/migrate";
import { type Database, type Store, transactionSlot } from "#lib/db/store";

/** Opens the embedded database below `dataDir`, alone, and migrates it. Throws `unavailable` if it is open elsewhere. */
export async function openPglite(dataDir: string, migrationsFolder: string): Promise<Store> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const unlock = lockDirectory(join(dataDir, "lock.sqlite"));
  const client = await PGlite.create(join(dataDir, "pglite")).catch((error) => {
    unlock();
    throw error;
  });
  const store = pgliteStore(client, unlock);
  try {
    await migrateEmbedded(store.raw, migrationsFolder);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** A store over a PGlite that is open already; `onClosed` runs after it was closed. */
export function pgliteStore(client: PGlite, onClosed: () => void = () => {}): Store {
  client.parsers = withoutRows(client.parsers);
  const open = transactionSlot();
  return {
    raw: drizzle(client, { schema }) as unknown as Database,
    driver: { kind: "pglite", client },
    open,
    listen: async (channel, onPayload) => {
      // A notification arrives inside the transaction that sent it; what it wakes must not use that one.
      const unlisten = await client.listen(channel, (payload) => open.exit(() => onPayload(payload)));
      return () => unlisten();
    },
    close: async () => {
      await client.close();
      onClosed();
    },
  };
}

// PGlite copies all its parsers in each query of Drizzle's, which takes longer than a small query itself. Most are for
// arrays of the rows of a table or view: types that are numbered when a database is made, and that nobody selects.
const FIRST_NUMBERED = 10_000;
function withoutRows(parsers: PGlite["parsers"]): PGlite["parsers"] {
  return Object.fromEntries(Object.entries(parsers).filter(([type]) => !(Number(type) >= FIRST_NUMBERED)));
}

import { AsyncLocalStorage } from "node:async_hooks";
import type { PGlite } from "@electric-sql/pglite";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type * as schema from "#drizzle/schema/schema";

/** Both drivers are typed as node-postgres; what they return raw differs, so read through the query builder. */
export type Database = NodePgDatabase<typeof schema>;
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];
export type Driver = { kind: "pglite"; client: PGlite } | { kind: "postgres"; url: string };
/** Stops listening. */
export type Unlisten = () => Promise<void>;

/** An open database. Use `reader` and `inTransaction`, which keep queries off `raw` while a transaction is open. */
export type Store = {
  raw: Database;
  driver: Driver;
  /** The transaction the current call runs in. On the store, because Next may load this module twice. */
  open: AsyncLocalStorage<Tx>;
  /** Calls back for each NOTIFY on the channel, and with null after a lost connection came back. */
  listen: (channel: string, onPayload: (payload: string | null) => void) => Promise<Unlisten>;
  close: () => Promise<void>;
};

/** The handle for reads. Throws inside a transaction: on PGlite a query beside it would wait for ever. */
export function reader(store: Store): Database {
  if (store.open.getStore()) throw new Error("A transaction is open: read through its tx.");
  return store.raw;
}

/** Runs `work` in one transaction, and lets the queue find it. */
export function inTransaction<T>(store: Store, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (store.open.getStore()) throw new Error("A transaction is open already: hand its tx on.");
  return store.raw.transaction((tx) => store.open.run(tx, () => work(tx)));
}

/** A slot for the open transaction, one per store. */
export function transactionSlot(): AsyncLocalStorage<Tx> {
  return new AsyncLocalStorage<Tx>();
}

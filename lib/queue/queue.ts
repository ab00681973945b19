import { sql } from "drizzle-orm";
import { type ConstructorOptions, type Db, fromDrizzle, fromPglite, PgBoss } from "pg-boss";
import type { Store, Tx } from "#lib/db/store";
import { describeError } from "#lib/errors";
import { metrics } from "#lib/telemetry/metrics";

/** What the queue transports: the id of a row that is due. The row knows the rest. */
export type EntryKind =
  | "run"
  | "delivery"
  | "mail"
  | "notice_day"
  | "lead_import"
  | "reading"
  | "slack_event";
export type Entry = { kind: EntryKind; id: string; dueAt?: Date };
export type Handler = (id: string) => Promise<void>;

const KINDS: EntryKind[] = ["run", "delivery", "mail", "notice_day", "lead_import", "reading", "slack_event"];
const STOP_MS = 10_000;
/** How late an entry may be whose time has come: of that, nobody notifies. */
const POLL = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 };

/**
 * A transport inside the database. An entry is sent with the transaction it belongs to, and may arrive twice or,
 * after a crash, not at all: handlers claim their row, and a tick sends again what is due and unclaimed.
 * What waits already, for the same time, is not sent twice.
 */
export type Queue = {
  send: (tx: Tx, entry: Entry) => Promise<void>;
  work: (kind: EntryKind, concurrency: number, handler: Handler) => Promise<void>;
  stop: () => Promise<void>;
};

/** Starts the queue on an open store. Its tables are in a schema of their own, `pgboss`. */
export async function startQueue(store: Store): Promise<Queue> {
  const boss = new PgBoss({
    ...connection(store),
    useListenNotify: true,
    schedule: false,
    persistWarnings: false,
  });
  boss.on("error", (error) => console.error(`Queue: ${error.message}`));
  await boss.start();
  for (const kind of KINDS)
    await boss.createQueue(kind, { policy: "short", retryLimit: 0, notify: true, deleteAfterSeconds: 3600 });
  return {
    send: async (tx, { kind, id, dueAt }) => {
      const singletonKey = `${id} ${dueAt?.toISOString() ?? ""}`;
      const options = { db: fromDrizzle(tx, sql), singletonKey, ...(dueAt && { startAfter: dueAt }) };
      await boss.send(kind, { id }, options);
    },
    work: async (kind, concurrency, handler) => {
      for (let started = 0; started < concurrency; started++) await startTaker(boss, kind, handler);
    },
    stop: () => boss.stop({ graceful: true, timeout: STOP_MS, close: true }),
  };
}

// Each takes one entry at a time, and looks for the next at once: left alone it would wait for a notification
// or the next poll, with others still waiting.
async function startTaker(boss: PgBoss, kind: EntryKind, handler: Handler): Promise<void> {
  const id: string = await boss.work<{ id: string }>(kind, POLL, async ([entry]) => {
    if (entry) await tellingFailure(kind, () => handler(entry.data.id));
    boss.notifyWorker(id);
  });
}

// The queue marks a failed entry and says nothing of it, and the sweep that sends it again knows of no failure.
async function tellingFailure(kind: EntryKind, handle: () => Promise<void>): Promise<void> {
  try {
    await handle();
  } catch (error) {
    metrics().failedEntries.inc({ kind });
    console.error(`Queue: an entry of the kind ${kind} failed. ${describeError(error)}`);
    throw error;
  }
}

function connection(store: Store): ConstructorOptions {
  if (store.driver.kind === "postgres")
    return { connectionString: store.driver.url, max: 4, application_name: "countersign-queue" };
  return { backend: "pglite", db: insideOpenTransaction(store, fromPglite(store.driver.client)) };
}

// PGlite has one connection: a query of the queue's own, made while a transaction is open, would wait for ever.
// A notification arrives inside the transaction that sent it, so what it wakes has to leave that transaction first.
function insideOpenTransaction(store: Store, base: Db): Db {
  return {
    ...base,
    listen: (channel, onNotification, onReconnect) => {
      if (!base.listen) throw new Error("This version of pg-boss can't listen on PGlite.");
      return base.listen(channel, (payload) => store.open.exit(() => onNotification(payload)), onReconnect);
    },
    executeSql: (text, values) => {
      const tx = store.open.getStore();
      return tx ? fromDrizzle(tx, sql).executeSql(text, values) : base.executeSql(text, values);
    },
  };
}

import { DrizzleQueryError, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { users } from "#drizzle/schema/schema";
import { CAST, insertCast } from "#e2e/support/cast";
import { expectConsoleError } from "#e2e/support/console";
import { testStore } from "#e2e/support/database";
import { emptyEmbeddedDatabase, onPostgres } from "#e2e/support/empty-database";
import { inTransaction, type Store } from "#lib/db/store";
import { type Entry, type Queue, startQueue } from "#lib/queue/queue";
import { metrics } from "#lib/telemetry/metrics";

let store: Store;
beforeEach(async () => {
  store = await testStore();
});

async function queueForTest(): Promise<Queue> {
  const queue = await startQueue(store);
  onTestFinished(() => queue.stop());
  return queue;
}

/** A queue with one handler that keeps what it was handed. */
async function receivingQueue(): Promise<Queue & { received: string[] }> {
  const queue = await queueForTest();
  const received: string[] = [];
  await queue.work("run", 1, async (id) => void received.push(id));
  return { ...queue, received };
}

const send = (queue: Queue, entry: Entry) => inTransaction(store, (tx) => queue.send(tx, entry));
/** How often this process has counted a failure of that kind. */
async function failedEntries(kind: string): Promise<number> {
  const { values } = await metrics().failedEntries.get();
  return values.find(({ labels }) => labels.kind === kind)?.value ?? 0;
}

/** What the queue itself says of the entries of a row. */
async function statesOf(id: string): Promise<string[]> {
  const { rows } = await store.raw.execute<{ state: string }>(
    sql`select state from pgboss.job where data ->> 'id' = ${id}`,
  );
  return rows.map(({ state }) => state);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("an entry", () => {
  it("arrives within a second of the commit, by notification", async () => {
    const queue = await receivingQueue();
    // Longer than the first poll takes, so that what follows can't be its doing.
    await pause(200);
    const sentAt = performance.now();
    await send(queue, { kind: "run", id: "run_1" });
    await vi.waitFor(() => expect(queue.received).toEqual(["run_1"]), { timeout: 1_000, interval: 5 });
    expect(performance.now() - sentAt).toBeLessThan(1_000);
  });

  it("arrives after the commit, never before", async () => {
    const queue = await queueForTest();
    await insertCast(store, new Date());
    const seen: (string | undefined)[] = [];
    await queue.work("run", 1, async () => {
      const [bo] = await store.raw.select({ name: users.name }).from(users).where(eq(users.id, CAST.bo.id));
      seen.push(bo?.name);
    });
    await inTransaction(store, async (tx) => {
      await queue.send(tx, { kind: "run", id: "run_1" });
      await tx.update(users).set({ name: "Bo T." }).where(eq(users.id, CAST.bo.id));
      await pause(300);
      expect(seen).toEqual([]);
    });
    await vi.waitFor(() => expect(seen).toEqual(["Bo T."]), { timeout: 1_000 });
  });

  it("never arrives where its transaction was rolled back", async () => {
    const queue = await receivingQueue();
    const broken = inTransaction(store, async (tx) => {
      await queue.send(tx, { kind: "run", id: "run_lost" });
      throw new Error("The verb failed.");
    });
    await expect(broken).rejects.toThrow("The verb failed.");
    await send(queue, { kind: "run", id: "run_kept" });
    await vi.waitFor(() => expect(queue.received).toEqual(["run_kept"]), { timeout: 1_000 });
    await pause(2_200);
    expect(queue.received).toEqual(["run_kept"]);
  });

  it("of another kind goes to another handler", async () => {
    const queue = await receivingQueue();
    await send(queue, { kind: "delivery", id: "dlv_1" });
    await send(queue, { kind: "run", id: "run_1" });
    await vi.waitFor(() => expect(queue.received).toEqual(["run_1"]), { timeout: 1_000 });
  });

  it("that waits already is not sent twice, unless for another time", async () => {
    const queue = await queueForTest();
    const dueAt = new Date(Date.now() + 1_000);
    for (let times = 0; times < 3; times++) {
      await send(queue, { kind: "run", id: "run_1" });
      await send(queue, { kind: "run", id: "run_1", dueAt });
      await send(queue, { kind: "run", id: "run_2" });
    }
    const received: string[] = [];
    await queue.work("run", 1, async (id) => void received.push(id));
    await vi.waitFor(() => expect(received).toEqual(["run_1", "run_2", "run_1"]), { timeout: 6_000 });
    await send(queue, { kind: "run", id: "run_1" });
    await vi.waitFor(() => expect(received).toHaveLength(4), { timeout: 1_000 });
  });

  it("with a time arrives then, at most a poll later", async () => {
    const queue = await receivingQueue();
    const dueAt = new Date(Date.now() + 1_500);
    await send(queue, { kind: "run", id: "run_later", dueAt });
    await vi.waitFor(() => expect(queue.received).toEqual(["run_later"]), { timeout: 6_000, interval: 10 });
    expect(Date.now()).toBeGreaterThanOrEqual(dueAt.getTime());
    expect(Date.now() - dueAt.getTime()).toBeLessThan(2_500);
  });
});

describe("a backlog", () => {
  it("is worked off without a pause, so many at a time", async () => {
    const queue = await queueForTest();
    const ids = Array.from({ length: 12 }, (_, n) => `run_${n}`);
    await inTransaction(store, async (tx) => {
      for (const id of ids) await queue.send(tx, { kind: "run", id });
    });
    const received: string[] = [];
    let under = 0;
    let most = 0;
    await queue.work("run", 3, async (id) => {
      most = Math.max(most, ++under);
      await pause(20);
      received.push(id);
      under--;
    });
    await vi.waitFor(() => expect(received.toSorted()).toEqual(ids.toSorted()), { timeout: 1_500 });
    expect(most).toBe(3);
  });

  it("goes on behind an entry whose handler failed, which is told and counted without the values of queries", async () => {
    const queue = await queueForTest();
    const received: string[] = [];
    const before = await failedEntries("run");
    const gone = new Error("The database went away.");
    expectConsoleError(
      /^Queue: an entry of the kind run failed\. A query failed\.\nCaused by Error: The database went away\.(?!.*sesame)/s,
    );
    await queue.work("run", 1, async (id) => {
      if (id === "run_bad") throw new DrizzleQueryError("select $1", ["sesame"], gone);
      received.push(id);
    });
    await send(queue, { kind: "run", id: "run_bad" });
    await send(queue, { kind: "run", id: "run_good" });
    await vi.waitFor(() => expect(received).toEqual(["run_good"]), { timeout: 5_000 });
    expect((await failedEntries("run")) - before).toBe(1);
    expect(await statesOf("run_bad")).toEqual(["failed"]);
  });
});

describe("stopping", () => {
  it("waits for what is under way, and takes nothing more", async () => {
    const queue = await startQueue(store);
    const done: string[] = [];
    let begun = "";
    await queue.work("run", 1, async (id) => {
      begun = id;
      await pause(400);
      done.push(id);
    });
    await send(queue, { kind: "run", id: "run_1" });
    await vi.waitFor(() => expect(begun).toBe("run_1"), { timeout: 1_000, interval: 5 });
    await send(queue, { kind: "run", id: "run_2" });
    await queue.stop();
    expect(done).toEqual(["run_1"]);
    await pause(300);
    expect(done).toEqual(["run_1"]);

    const next = await receivingQueue();
    await vi.waitFor(() => expect(next.received).toEqual(["run_2"]), { timeout: 1_000 });
  });
});

describe.runIf(!onPostgres)("on PGlite", { timeout: 60_000 }, () => {
  // Its one connection is taken by the transaction: a query of the queue's own would wait for ever.
  it("a queue that has never sent before sends inside an open transaction", async () => {
    const fresh = await emptyEmbeddedDatabase();
    onTestFinished(() => fresh.close());
    const queue = await startQueue(fresh);
    onTestFinished(() => queue.stop());
    const sent = inTransaction(fresh, (tx) => queue.send(tx, { kind: "run", id: "run_1" }));
    await expect(Promise.race([sent, pause(10_000).then(() => "hangs")])).resolves.toBeUndefined();
  });
});

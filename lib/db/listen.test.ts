import { sql } from "drizzle-orm";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { testStore } from "#e2e/support/database";
import { onPostgres } from "#e2e/support/empty-database";

/** What a listener of a store of the tests' heard so far, and the store. */
async function listening() {
  const store = await testStore();
  const heard: (string | null)[] = [];
  const unlisten = await store.listen("tests", (payload) => void heard.push(payload));
  onTestFinished(unlisten);
  const say = (text: string) => store.raw.execute(sql`select pg_notify('tests', ${text})`);
  return { store, heard, unlisten, say };
}

describe("listening", () => {
  it("hears each notification of its channel, until it stops", async () => {
    const { store, heard, unlisten, say } = await listening();
    await store.raw.execute(sql`select pg_notify('other', 'not this')`);
    await say("one");
    await say("two");
    await vi.waitFor(() => expect(heard).toEqual(["one", "two"]));
    await unlisten();
    await say("three");
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toEqual(["one", "two"]);
  });

  it.runIf(onPostgres)(
    "comes back after a lost connection, and says that something may have been missed",
    async () => {
      const { store, heard, say } = await listening();
      await store.raw.execute(
        sql`select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'countersign-listen' and datname = current_database()`,
      );
      await say("lost");
      await vi.waitFor(() => expect(heard).toEqual([null]), { timeout: 5_000 });
      await say("heard");
      await vi.waitFor(() => expect(heard).toEqual([null, "heard"]));
    },
  );
});

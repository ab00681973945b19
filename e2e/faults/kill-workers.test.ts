import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deliveries } from "#drizzle/schema/schema";
import { type MailServer, startMailServer } from "#e2e/doubles/mail-server";
import { type DigestHomes, type DigestState, decide, digestHomes, expectOnce } from "#e2e/faults/due-digest";
import { AHEAD_MS } from "#e2e/faults/homes";
import { recover } from "#e2e/faults/recovery";
import { onPostgres } from "#e2e/support/empty-database";
import { startProcess } from "#e2e/support/processes";
import type { Failpoint } from "#lib/events/failpoint";

// One process alone can open the embedded database.
describe.runIf(onPostgres)("two worker processes at a team’s hour", { timeout: 240_000 }, () => {
  let server: MailServer;
  let homes: DigestHomes;
  beforeAll(async () => {
    server = await startMailServer();
    homes = await digestHomes(server.url);
    await server.close();
  }, 120_000);
  beforeEach(async () => {
    server = await startMailServer();
  });
  afterEach(() => server.close());
  afterAll(() => homes?.remove());

  it.each([
    ["before standup.closed", "due"],
    ["after standup.closed", "due"],
    ["after run.writing", "due"],
    ["before draft.approved", "due"],
    ["after draft.approved", "due"],
    ["before delivery.sending", "approved"],
    ["delivery.left", "approved"],
  ] satisfies [Failpoint, DigestState][])(
    "one of which is killed at “%s”: one digest, that leaves once",
    async (point, state) => {
      const env = await homes.copy(state, server.url);
      const start = () =>
        startProcess("e2e/faults/victim.ts", { ...env, COUNTERSIGN_FAILPOINT: point }, [
          "work",
          `${AHEAD_MS}`,
        ]);
      const workers = [start(), start()];
      // Whichever comes there first is killed. What is left of the other one's work ends with it.
      expect(await Promise.race(workers.map((worker) => worker.ends()))).toBe("SIGKILL");
      await Promise.all(workers.map((worker) => worker.kill()));
      const taken = server.mails.length;
      expect(taken).toBeLessThan(2);
      await recover(env, null, async (runtime) => {
        const rows = await runtime.store.raw.select().from(deliveries);
        expect(rows).toHaveLength(1);
        const doubtful = rows.filter(({ state }) => state === "unknown");
        await Promise.all(doubtful.map(({ id }) => decide(runtime, id, taken === 1)));
        expect(server.mails).toHaveLength(1);
        await expectOnce(runtime);
      });
    },
  );

  it("neither of which is killed: one digest, that leaves once", async () => {
    const env = await homes.copy("due", server.url);
    const workers = [1, 2].map(() => startProcess("e2e/faults/victim.ts", env, ["work", `${AHEAD_MS}`]));
    await expect.poll(() => server.mails.length, { timeout: 180_000 }).toBe(1);
    for (const worker of workers) await worker.stop();
    await recover(env, null, async (runtime) => {
      expect(server.mails).toHaveLength(1);
      await expectOnce(runtime);
    });
  });
});

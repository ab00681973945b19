import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { deliveries } from "#drizzle/schema/schema";
import { type MailServer, startMailServer } from "#e2e/doubles/mail-server";
import type { DayPoint } from "#e2e/faults/cases";
import { type DigestHomes, type DigestState, decide, digestHomes, expectOnce } from "#e2e/faults/due-digest";
import { AHEAD_MS } from "#e2e/faults/homes";
import { recover } from "#e2e/faults/recovery";
import { CAST } from "#e2e/support/cast";
import { startProcess } from "#e2e/support/processes";
import type { Failpoint } from "#lib/events/failpoint";

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

type Ended = { from: DigestState; delivery: "sent" | "unknown"; taken: 0 | 1 };
const digesting: Ended = { from: "due", delivery: "sent", taken: 0 };
const posting: Ended = { from: "approved", delivery: "sent", taken: 0 };

/** Each commit of a digest, from the hour to its outlet. */
const CASES = {
  "before standup.closed": digesting,
  "after standup.closed": digesting,
  "events.written": digesting,
  "before run.writing": digesting,
  "after run.writing": digesting,
  "before run.checking": digesting,
  "after run.checking": digesting,
  "run.grounded": digesting,
  "before draft.approved": digesting,
  "after draft.approved": digesting,
  "before delivery.sending": posting,
  "after delivery.sending": { ...posting, delivery: "unknown" },
  "delivery.left": { ...posting, delivery: "unknown", taken: 1 },
  "before delivery.sent": { ...posting, delivery: "unknown", taken: 1 },
  "after delivery.sent": { ...posting, taken: 1 },
} satisfies Record<DayPoint, Ended> & Partial<Record<Failpoint, Ended>>;

it.each(Object.entries(CASES) as [Failpoint, Ended][])(
  "a process killed at “%s” at a team’s hour: one digest, approved once, that leaves once",
  { timeout: 180_000 },
  async (point, { from, delivery, taken }) => {
    const env = await homes.copy(from, server.url);
    const victim = startProcess("e2e/faults/victim.ts", { ...env, COUNTERSIGN_FAILPOINT: point }, [
      "work",
      `${AHEAD_MS}`,
    ]);
    expect(await victim.ends()).toBe("SIGKILL");
    expect(server.mails).toHaveLength(taken);
    await recover(env, null, async (runtime) => {
      const [row, ...others] = await runtime.store.raw.select().from(deliveries);
      expect(others).toEqual([]);
      expect(row).toMatchObject({ channel: "circular", recipient: CAST.dana.id, state: delivery });
      if (delivery === "unknown") {
        expect(server.mails).toHaveLength(taken);
        await decide(runtime, row?.id ?? "", taken === 1);
      }
      expect(server.mails).toHaveLength(1);
      await expectOnce(runtime);
    });
  },
);

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deliveries, letters } from "#drizzle/schema/schema";
import { type MailServer, SMTP_STEPS, type SmtpStep, startMailServer } from "#e2e/doubles/mail-server";
import { approvedMail, type MailHomes } from "#e2e/faults/approved-mail";
import { AHEAD_MS } from "#e2e/faults/homes";
import { recover, settle } from "#e2e/faults/recovery";
import { ctxFor } from "#e2e/support/cast";
import { startProcess } from "#e2e/support/processes";
import { settleDelivery } from "#lib/deliveries/settle-delivery";
import type { Failpoint } from "#lib/events/failpoint";
import type { Runtime } from "#lib/runtime/runtime";

let server: MailServer;
let homes: MailHomes;
beforeAll(async () => {
  server = await startMailServer();
  homes = await approvedMail(server.url);
}, 120_000);
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(() => server.close());
afterAll(() => homes.remove());

type Ended = { state: "sent" | "unknown"; taken: 0 | 1 };

const COMMITS: [Failpoint, Ended][] = [
  ["before delivery.sending", { state: "sent", taken: 0 }],
  ["after delivery.sending", { state: "unknown", taken: 0 }],
  ["delivery.left", { state: "unknown", taken: 1 }],
  ["before delivery.sent", { state: "unknown", taken: 1 }],
  ["after delivery.sent", { state: "sent", taken: 1 }],
];

describe("a process that is killed while it sends a mail", () => {
  it.each(COMMITS)(
    "at “%s” sends it once at most, and loses nothing",
    { timeout: 180_000 },
    async (at, ended) => {
      const env = await homes.copy(server.url);
      const victim = startProcess("e2e/faults/victim.ts", { ...env, COUNTERSIGN_FAILPOINT: at }, [
        "work",
        `${AHEAD_MS}`,
      ]);
      expect(await victim.ends()).toBe("SIGKILL");
      await outcome(env, ended);
    },
  );

  // The server is what kills: each of its steps is one more that the mail has gone.
  it.each(SMTP_STEPS.map((step): [SmtpStep] => [step]))(
    "while the server is at the %s sends it once at most, and loses nothing",
    { timeout: 180_000 },
    async (step) => {
      const env = await homes.copy(server.url);
      const victim = startProcess("e2e/faults/victim.ts", env, ["work", `${AHEAD_MS}`]);
      const reached = new Promise<void>((resolve) =>
        server.at(step, () => {
          void victim.kill();
          resolve();
        }),
      );
      await reached;
      expect(await victim.ends()).toBe("SIGKILL");
      server.at(step, () => {});
      await outcome(env, { state: "unknown", taken: step === "taken" ? 1 : 0 });
    },
  );
});

/** The next process repeats nothing of which nobody can be sure; a person looks at the server, and then it is there once. */
async function outcome(env: Record<string, string>, { state, taken }: Ended): Promise<void> {
  expect(server.mails).toHaveLength(taken);
  await recover(env, null, async (runtime) => {
    const [row] = await runtime.store.raw.select().from(deliveries);
    expect(row).toMatchObject({ state, attempt: 1 });
    if (state === "unknown") {
      expect(row?.reason).toBe("The worker stopped while it was sending.");
      expect(server.mails).toHaveLength(taken);
      await decide(runtime, row?.id ?? "", taken === 1);
    }
    expect(server.mails).toHaveLength(1);
    const [letter] = await runtime.store.raw.select().from(letters);
    expect(server.mails[0]?.messageId).toBe(`<${letter?.messageId}>`);
    const [settled] = await runtime.store.raw.select({ state: deliveries.state }).from(deliveries);
    expect(settled?.state).toBe("sent");
  });
}

async function decide(runtime: Runtime, deliveryId: string, isThere: boolean): Promise<void> {
  const verdict = isThere ? "sent" : "send_again";
  await settleDelivery(ctxFor(runtime.store, "ada", runtime), { deliveryId, verdict });
  await settle(runtime);
}

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deliveries } from "#drizzle/schema/schema";
import { type SlackDouble, startSlackDouble } from "#e2e/doubles/slack-double";
import { type MailHomes, mailHomes } from "#e2e/faults/approved-mail";
import { decide, expectOnce, stageDueForSlack } from "#e2e/faults/due-digest";
import { AHEAD_MS } from "#e2e/faults/homes";
import { recover } from "#e2e/faults/recovery";
import { startProcess } from "#e2e/support/processes";
import { writeDigest } from "#e2e/support/standups";
import { until } from "#e2e/support/until";
import type { Failpoint } from "#lib/events/failpoint";
import { settlePosts } from "#lib/slack/settle-posts";

/** What opens the sealed token is no file of the first process. */
const KEY = { COUNTERSIGN_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64") };

let slack: SlackDouble;
let homes: MailHomes;
beforeAll(async () => {
  homes = await mailHomes(
    "smtp://127.0.0.1:9",
    async (stage) => {
      await stageDueForSlack(stage);
      await writeDigest(stage);
    },
    KEY,
  );
}, 120_000);
beforeEach(async () => {
  slack = await startSlackDouble();
  slack.world.now = Math.floor((Date.now() + AHEAD_MS) / 1000);
});
afterEach(() => slack.close());
afterAll(() => homes?.remove());

const posts = () => slack.world.channels.find(({ id }) => id === "C0STAND")?.messages ?? [];
const homeAtSlack = async () => ({
  ...(await homes.copy("smtp://127.0.0.1:9")),
  COUNTERSIGN_SLACK_API: slack.api,
});

type Ended = { taken: 0 | 1; knows: boolean };
const POINTS: [Failpoint, Ended][] = [
  ["before delivery.sending", { taken: 0, knows: true }],
  ["after delivery.sending", { taken: 0, knows: false }],
  ["delivery.left", { taken: 1, knows: false }],
  ["before delivery.sent", { taken: 1, knows: false }],
  ["after delivery.sent", { taken: 1, knows: true }],
];

describe("a process that is killed while it posts a digest to Slack", () => {
  it.each(POINTS)(
    "at “%s” posts it once at most, and loses nothing",
    { timeout: 180_000 },
    async (at, ended) => {
      const env = await homeAtSlack();
      const victim = startProcess("e2e/faults/victim.ts", { ...env, COUNTERSIGN_FAILPOINT: at }, [
        "work",
        `${AHEAD_MS}`,
      ]);
      expect(await victim.ends()).toBe("SIGKILL");
      await outcome(env, ended);
    },
  );

  it("while Slack keeps it waiting posts it once at most, and loses nothing", {
    timeout: 180_000,
  }, async () => {
    const env = await homeAtSlack();
    slack.trouble = { kind: "silent", times: 1, method: "chat.postMessage" };
    const victim = startProcess("e2e/faults/victim.ts", env, ["work", `${AHEAD_MS}`]);
    await until(async () => slack.calls.includes("chat.postMessage"));
    await victim.kill();
    await outcome(env, { taken: 0, knows: false });
  });
});

/**
 * The next process posts nothing of which nobody can be sure. What it finds in the channel was sent; what it does not find
 * waits for a person, who has it sent again: then it is there once.
 */
async function outcome(env: Record<string, string>, { taken, knows }: Ended): Promise<void> {
  expect(posts()).toHaveLength(taken);
  await recover(env, null, async (runtime) => {
    await settlePosts(runtime);
    expect(posts()).toHaveLength(knows ? 1 : taken);
    const rows = await runtime.store.raw.select().from(deliveries);
    const found = knows || taken === 1;
    expect(rows).toMatchObject([{ channel: "slack", state: found ? "sent" : "unknown" }]);
    await Promise.all(found ? [] : rows.map(({ id }) => decide(runtime, id, false)));
    expect(posts()).toHaveLength(1);
    await expectOnce(runtime);
  });
}

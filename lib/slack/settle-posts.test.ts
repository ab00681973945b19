import { afterEach, beforeEach, expect, it } from "vitest";
import { deliveries, deliveryAttempts, events } from "#drizzle/schema/schema";
import { type SlackDouble, startSlackDouble } from "#e2e/doubles/slack-double";
import { type Stage, setStage } from "#e2e/support/cast";
import { insertSlackChannel } from "#e2e/support/slack";
import { post, stageStandup, writeDigest } from "#e2e/support/standups";
import type { Ctx } from "#lib/events/context";
import { openSlack } from "#lib/slack/open-slack";
import { settlePosts } from "#lib/slack/settle-posts";

const PAGE = { deliveryId: "dlv_1", title: "Digest", markdown: "All is well." };

let slack: SlackDouble;
let stage: Stage;
let ctx: Ctx;
let recipient: string;
beforeEach(async () => {
  slack = await startSlackDouble();
  stage = await setStage();
  recipient = await insertSlackChannel(stage);
  ctx = { ...stage.system, channels: { slackApi: slack.api } };
  await stageStandup(stage);
  await post(stage, "dana", "Done: the export");
  stage.clock.advance(2 * 3_600_000);
  const { draftId } = await writeDigest(stage);
  const at = stage.clock.now();
  slack.world.now = Math.floor(at.getTime() / 1000);
  const row = { id: PAGE.deliveryId, draftId, revision: 1, channel: "slack", recipient, attempt: 1 };
  await stage.store.raw
    .insert(deliveries)
    .values({ ...row, state: "unknown", reason: "Slack fell silent.", dueAt: at, createdAt: at });
  await stage.store.raw.insert(deliveryAttempts).values({ deliveryId: row.id, number: 1, startedAt: at });
});
afterEach(() => slack.close());

const rows = () => stage.store.raw.select().from(deliveries);
const settle = async (minutes: number) => {
  stage.clock.advance(minutes * 60_000);
  await settlePosts(ctx);
};

it("a post that arrived although nobody said so is found, and sent", async () => {
  slack.trouble = { kind: "cut_after", times: 1 };
  const parcel = { ...PAGE, recipient };
  const answer = await (await openSlack(ctx, recipient)).send(parcel, AbortSignal.timeout(2000));
  expect(answer.ended).toBe("unknown");
  await settle(3);
  expect(await rows()).toMatchObject([
    { state: "sent", reason: expect.stringMatching(/found in the channel/) },
  ]);
  const told = (await stage.store.raw.select().from(events)).filter(({ kind }) => kind === "delivery.sent");
  expect(told).toHaveLength(1);
  expect(slack.world.channels[0]?.messages).toHaveLength(1);
});

it("one that did not is said to be absent, and is not posted again", async () => {
  await settle(1);
  expect(await rows()).toMatchObject([{ reason: "Slack fell silent." }]);
  await settle(2);
  expect(await rows()).toMatchObject([
    { state: "unknown", reason: expect.stringMatching(/not in the channel/) },
  ]);
  await settle(5);
  expect(slack.calls).toEqual(["conversations.history"]);
});

it("one whose channel can’t be read stays as it is", async () => {
  slack.world.tokens.set("xoxb-larkfield-1", ["chat:write"]);
  await settle(3);
  expect(await rows()).toMatchObject([{ state: "unknown", reason: "Slack fell silent." }]);
});

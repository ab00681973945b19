import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { events, slackChannels, slackWorkspaces } from "#drizzle/schema/schema";
import { type SlackDouble, startSlackDouble } from "#e2e/doubles/slack-double";
import { SLACK_TOKEN } from "#e2e/doubles/slack-world";
import { ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { everythingKept } from "#e2e/support/everything-kept";
import type { UserCtx } from "#lib/events/context";
import { checkSlack } from "#lib/slack/check-slack";
import { connectSlack } from "#lib/slack/connect-slack";
import { disconnectSlack } from "#lib/slack/disconnect-slack";
import { linkSlackChannel } from "#lib/slack/link-channel";
import { lookUpPost, openSlack } from "#lib/slack/open-slack";
import { findSlack, listSlackChannels } from "#lib/slack/queries";
import { postSlackTest } from "#lib/slack/test-channel";
import { unlinkSlackChannel } from "#lib/slack/unlink-channel";

let slack: SlackDouble;
let stage: Stage;
let ines: UserCtx;
beforeEach(async () => {
  slack = await startSlackDouble();
  stage = await setStage();
  ines = { ...stage.as("ines"), channels: { slackApi: slack.api } };
});
afterEach(() => slack.close());

const GIVEN = { botToken: SLACK_TOKEN, signingSecret: "8f742231b10e8888abcd99yyyzzz85a5" };
const STANDUP = { by: "app" as const, teamId: ENGINEERING.id, channel: "C0STAND", takesUpdates: true };
const PAGE = { deliveryId: "dlv_1", recipient: "", title: "Digest", markdown: "All is well." };
const kinds = async () =>
  (await stage.store.raw.select({ kind: events.kind }).from(events)).map((e) => e.kind);
const soon = () => AbortSignal.timeout(2000);

describe("connecting Slack", () => {
  it("keeps both secrets sealed, and says what is connected and missing", async () => {
    slack.world.tokens.set(SLACK_TOKEN, ["chat:write", "channels:read", "commands"]);
    expect(await connectSlack(ines, GIVEN)).toEqual({ name: "Larkfield" });
    const kept = await everythingKept(stage.store);
    expect(kept).not.toContain(GIVEN.botToken);
    expect(kept).not.toContain(GIVEN.signingSecret);
    expect(await findSlack(ines)).toMatchObject({
      name: "Larkfield",
      trouble: null,
      missingScopes: ["channels:history", "chat:write.public", "users:read", "users:read.email"],
    });
    expect(await kinds()).toEqual(["slack.connected"]);
  });

  it.each([
    ["xoxb-made-up", "invalid", /does not know the token/],
    ["xoxb-revoked-1", "invalid", /revoked/],
  ])("refuses the token %s in Slack’s words made plain", async (botToken, code, message) => {
    const trying = connectSlack(ines, { ...GIVEN, botToken });
    await expect(trying).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it("takes new secrets of the same workspace, and of two who do so both", async () => {
    await connectSlack(ines, GIVEN);
    const { channelId } = await linkSlackChannel(ines, STANDUP);
    await disconnectSlack(ines);
    expect(await listSlackChannels(ines)).toEqual([]);
    await Promise.all([connectSlack(ines, GIVEN), connectSlack(ines, GIVEN)]);
    expect(await listSlackChannels(ines)).toMatchObject([{ id: channelId }]);
    expect(await stage.store.raw.$count(slackWorkspaces)).toBe(1);
  });

  it("connects one workspace at a time", async () => {
    await connectSlack(ines, GIVEN);
    slack.world.team.id = "T0ELSE";
    await expect(connectSlack(ines, GIVEN)).rejects.toMatchObject({ code: "conflict" });
  });

  it("forgets the secrets when it is disconnected, once", async () => {
    await connectSlack(ines, GIVEN);
    await disconnectSlack(ines);
    const [row] = await stage.store.raw.select().from(slackWorkspaces);
    expect(row).toMatchObject({ botToken: "", signingSecret: "" });
    await expect(disconnectSlack(ines)).rejects.toMatchObject({ code: "conflict" });
    expect(await findSlack(ines)).toBeNull();
  });

  it("keeps why Slack refuses, until it doesn’t", async () => {
    await connectSlack(ines, GIVEN);
    slack.world.tokens.set(SLACK_TOKEN, "revoked");
    expect((await checkSlack(ines)).trouble).toMatch(/revoked/);
    expect((await findSlack(ines))?.trouble).toMatch(/revoked/);
    slack.world.tokens.set(SLACK_TOKEN, ["chat:write"]);
    expect(await checkSlack(ines)).toEqual({ trouble: null });
  });
});

describe("linking a channel", () => {
  beforeEach(() => connectSlack(ines, GIVEN));

  it("knows it by its link, once, and unlinks it, once", async () => {
    const channel = "https://larkfield.slack.com/archives/C0STAND";
    const { channelId } = await linkSlackChannel(ines, { ...STANDUP, channel });
    expect(await listSlackChannels(ines)).toMatchObject([
      { name: "eng-standup", teamName: "Engineering", takesUpdates: true, byWebhook: false },
    ]);
    await expect(linkSlackChannel(ines, STANDUP)).rejects.toMatchObject({ code: "conflict" });
    await unlinkSlackChannel(ines, { channelId });
    await expect(unlinkSlackChannel(ines, { channelId })).rejects.toMatchObject({ code: "conflict" });
    await linkSlackChannel(ines, STANDUP);
    expect((await kinds()).filter((kind) => kind === "slack_channel.linked")).toHaveLength(2);
  });

  it.each([
    ["C0ARCH", true, /archived/],
    ["C0PRIV", true, /private/],
    ["C0AWAY", false, /invite/],
    ["C0NOWHERE", true, /no such channel/],
  ])("refuses %s in words", async (channel, takesUpdates, message) => {
    const trying = linkSlackChannel(ines, { ...STANDUP, channel, takesUpdates });
    await expect(trying).rejects.toMatchObject({ code: "invalid", message: expect.stringMatching(message) });
  });

  it("takes a webhook of Slack’s alone", async () => {
    const given = { by: "webhook" as const, teamId: ENGINEERING.id, name: "#eng" };
    const elsewhere = linkSlackChannel(ines, { ...given, webhook: "https://evil.example/services/x" });
    await expect(elsewhere).rejects.toMatchObject({ code: "invalid" });
    const { channelId } = await linkSlackChannel(ines, { ...given, webhook: slack.webhook });
    expect(await everythingKept(stage.store)).not.toContain("secret-of-the-webhook");
    expect(await (await openSlack(ines, channelId)).send(PAGE, soon())).toEqual({ ended: "sent" });
    const post = { deliveryId: "dlv_1", since: stage.clock.now() };
    expect(await lookUpPost(ines, channelId, post, soon())).toBe("unclear");
  });
});

describe("posting to a linked channel", () => {
  let channelId: string;
  beforeEach(async () => {
    await connectSlack(ines, GIVEN);
    channelId = (await linkSlackChannel(ines, STANDUP)).channelId;
  });
  const send = async () => (await openSlack(ines, channelId)).send(PAGE, soon());
  const troubleOf = async () => {
    const [row] = await stage.store.raw.select().from(slackChannels).where(eq(slackChannels.id, channelId));
    return row?.trouble;
  };

  it("brings it there, where it can be looked up", async () => {
    expect(await send()).toEqual({ ended: "sent" });
    const since = new Date(slack.world.now * 1000);
    const look = (deliveryId: string) => lookUpPost(ines, channelId, { deliveryId, since }, soon());
    expect([await look("dlv_1"), await look("dlv_2")]).toEqual(["posted", "absent"]);
  });

  it("keeps why it was refused, until it is not", async () => {
    const channel = slack.world.channels[0];
    if (channel) channel.is_archived = true;
    expect(await send()).toMatchObject({ ended: "failed", retry: false });
    expect(await troubleOf()).toMatch(/archived/);
    if (channel) channel.is_archived = false;
    await send();
    expect(await troubleOf()).toBeNull();
  });

  it("fails for good once it is unlinked or disconnected", async () => {
    const opened = await openSlack(ines, channelId);
    await disconnectSlack(ines);
    expect(await send()).toMatchObject({
      ended: "failed",
      retry: false,
      reason: expect.stringMatching(/connected/),
    });
    await unlinkSlackChannel(ines, { channelId });
    expect(await send()).toMatchObject({ ended: "failed", reason: expect.stringMatching(/unlinked/) });
    expect(opened).toBeDefined();
  });

  it("is tried out with a fixed sentence", async () => {
    await postSlackTest(ines, { channelId });
    expect(slack.world.channels[0]?.messages).toMatchObject([{ text: "A test from Countersign" }]);
    expect(await kinds()).toContain("slack_channel.tested");
    slack.trouble = { kind: "cut_after", times: 1 };
    await expect(postSlackTest(ines, { channelId })).rejects.toMatchObject({ code: "unavailable" });
  });
});

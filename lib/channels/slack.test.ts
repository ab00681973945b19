import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type SlackDouble, startSlackDouble } from "#e2e/doubles/slack-double";
import { SLACK_TOKEN } from "#e2e/doubles/slack-world";
import { findPost, type SlackRoute, slackSender } from "#lib/channels/slack";
import { isWebhook } from "#lib/channels/slack-api";

let slack: SlackDouble;
beforeEach(async () => {
  slack = await startSlackDouble();
});
afterEach(() => slack.close());

const PAGE = {
  deliveryId: "dlv_1",
  recipient: "slc_1",
  title: "Engineering, Fri 20 Nov",
  markdown: "## Blockers\n\n- **Chidi** waits for <!channel> & <@U0DANA>\n",
};
const soon = () => AbortSignal.timeout(2000);
const messages = (id = "C0STAND") => slack.world.channels.find((one) => one.id === id)?.messages ?? [];

function bot(change: { channel?: string; token?: string } = {}): SlackRoute {
  const { channel = "C0STAND", token = SLACK_TOKEN } = change;
  return { kind: "bot", access: { token, api: slack.api }, channel };
}

const search = (change = {}) => ({
  access: { token: SLACK_TOKEN, api: slack.api },
  channel: "C0STAND",
  since: new Date(slack.world.now * 1000),
  ...change,
});

describe("posting a page", () => {
  it("brings it as the bot, with what it is found again by, and mentions nobody", async () => {
    expect(await slackSender(bot()).send(PAGE, soon())).toEqual({ ended: "sent" });
    const [message] = messages();
    expect(message).toMatchObject({
      text: "Engineering, Fri 20 Nov",
      metadata: { event_type: "countersign_delivery", event_payload: { delivery_id: "dlv_1" } },
    });
    expect(JSON.stringify(message)).toContain("&lt;!channel&gt; &amp; &lt;@U0DANA&gt;");
    expect(JSON.stringify(message)).not.toMatch(/<[!@#]/);
  });

  it("brings it by a webhook", async () => {
    const route: SlackRoute = { kind: "webhook", webhook: slack.webhook, api: slack.api };
    expect(await slackSender(route).send(PAGE, soon())).toEqual({ ended: "sent" });
    expect(messages()).toHaveLength(1);
  });

  it.each([
    [{ token: "xoxb-revoked-1" }, /revoked in Slack/],
    [{ token: "made-up" }, /does not know the token/],
    [{ channel: "C0ARCH" }, /archived/],
    [{ channel: "C0NOWHERE" }, /no such channel/],
  ])("says why it is refused for good: %j", async (change, reason) => {
    const answer = await slackSender(bot(change)).send(PAGE, soon());
    expect(answer).toEqual({ ended: "failed", retry: false, reason: expect.stringMatching(reason) });
  });

  it("waits as long as Slack asks", async () => {
    slack.trouble = { kind: "rate_limited", times: 1 };
    const answer = await slackSender(bot()).send(PAGE, soon());
    expect(answer).toMatchObject({ ended: "failed", retry: true, wait: 30_000 });
  });

  it.each(["cut_before", "cut_after", "silent", "down"] as const)("does not know after %s", async (kind) => {
    slack.trouble = { kind, times: 1 };
    const answer = await slackSender(bot()).send(PAGE, AbortSignal.timeout(300));
    expect(answer.ended).toBe("unknown");
    // And it can be looked up.
    const found = await findPost(search(), "dlv_1", soon());
    expect(found).toBe(kind === "cut_after" ? "posted" : "absent");
  });

  it("tries again where Slack was not reached at all", async () => {
    const { api } = slack;
    await slack.close();
    const route = { ...bot(), access: { token: SLACK_TOKEN, api } } as SlackRoute;
    expect(await slackSender(route).send(PAGE, soon())).toMatchObject({ ended: "failed", retry: true });
    slack = await startSlackDouble();
  });

  it("goes nowhere inside a network unless the environment says so", async () => {
    const route: SlackRoute = { kind: "webhook", webhook: "https://localhost/services/x" };
    const answer = await slackSender(route).send(PAGE, soon());
    expect(answer).toMatchObject({ ended: "failed", reason: expect.stringContaining("was not found") });
  });
});

describe("looking a post up", () => {
  it("finds it on any page of the history, also where metadata are not shown", async () => {
    await slackSender(bot()).send(PAGE, soon());
    for (const message of messages()) delete message.metadata;
    for (let at = 0; at < 450; at++) messages().push({ ts: `${slack.world.now + 2 + at}.000100`, text: "…" });
    expect(await findPost(search(), "dlv_1", soon())).toBe("posted");
    expect(await findPost(search(), "dlv_2", soon())).toBe("absent");
  });

  it("says that it is unclear where Slack does not show the channel", async () => {
    const access = { token: "xoxb-narrow-1", api: slack.api };
    expect(await findPost(search({ access }), "dlv_1", soon())).toBe("unclear");
  });
});

it.each([
  ["https://hooks.slack.com/services/T0/B0/x", undefined, true],
  ["http://hooks.slack.com/services/T0/B0/x", undefined, false],
  ["https://hooks.slack.com.evil.example/x", undefined, false],
  ["https://u:p@hooks.slack.com/x", undefined, false],
  ["http://127.0.0.1:9/services/x", "http://127.0.0.1:9/api", true],
  ["http://127.0.0.1:10/services/x", "http://127.0.0.1:9/api", false],
])("takes %s for a webhook: with %s", (url, api, is) => {
  expect(isWebhook(url, api)).toBe(is);
});

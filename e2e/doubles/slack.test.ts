import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type SlackDouble, startSlackDouble } from "#e2e/doubles/slack-double";
import { SLACK_TOKEN } from "#e2e/doubles/slack-world";

let slack: SlackDouble;
beforeEach(async () => {
  slack = await startSlackDouble();
});
afterEach(() => slack.close());

async function call(
  method: string,
  args: object,
  init: { token?: string; type?: string; verb?: string } = {},
) {
  const { token = SLACK_TOKEN, type = "application/json; charset=utf-8", verb = "POST" } = init;
  const isForm = type.includes("urlencoded");
  const body = isForm ? new URLSearchParams(args as Record<string, string>).toString() : JSON.stringify(args);
  const answer = await fetch(`${slack.api}/${method}`, {
    method: verb,
    headers: { "Content-Type": type, ...(token && { Authorization: `Bearer ${token}` }) },
    ...(verb === "POST" && { body }),
  });
  return { status: answer.status, wait: answer.headers.get("retry-after"), body: await answer.json() };
}
const FORM = "application/x-www-form-urlencoded";
const section = (text: string) => ({ type: "section", text: { type: "mrkdwn", text } });

describe("a Slack that refuses what Slack refuses", () => {
  it.each([
    ["no token", { token: "" }, "not_authed"],
    ["a token that nobody has", { token: "xoxb-made-up" }, "invalid_auth"],
    ["one that was revoked", { token: "xoxb-revoked-1" }, "token_revoked"],
    ["a content type that it can’t read", { type: "text/plain" }, "invalid_post_type"],
    ["a GET that would write", { verb: "GET" }, "invalid_post_type"],
  ])("refuses %s", async (_, init, error) => {
    const { body } = await call("chat.postMessage", { channel: "C0STAND", text: "Hi" }, init);
    expect(body).toMatchObject({ ok: false, error });
  });

  it("names the scope that is missing", async () => {
    const { body } = await call("users.info", { user: "U0DANA" }, { token: "xoxb-narrow-1", type: FORM });
    expect(body).toMatchObject({ error: "missing_scope", needed: "users:read" });
  });

  it.each([
    ["C0NOWHERE", "channel_not_found"],
    ["C0ARCH", "is_archived"],
    ["C0AWAY", "channel_not_found"],
  ])("refuses to post in %s", async (channel, error) => {
    expect((await call("chat.postMessage", { channel, text: "Hi" })).body).toMatchObject({ error });
  });

  it.each([
    ["nothing at all", {}, "no_text"],
    ["too long a text", { text: "x".repeat(40_001) }, "msg_too_long"],
    ["51 blocks", { blocks: Array.from({ length: 51 }, () => section("x")) }, "invalid_blocks"],
    ["a section of 3001 characters", { blocks: [section("x".repeat(3001))] }, "invalid_blocks"],
    ["an empty section", { blocks: [section("")] }, "invalid_blocks"],
    ["metadata without a payload", { text: "x", metadata: { event_type: "x" } }, "invalid_metadata_format"],
  ])("refuses %s", async (_, message, error) => {
    const { body } = await call("chat.postMessage", { channel: "C0STAND", ...message });
    expect(body).toMatchObject({ ok: false, error });
    expect(slack.world.channels[0]?.messages).toEqual([]);
  });

  it("shows metadata to who asks for them, and reads no JSON where it only reads", async () => {
    const metadata = { event_type: "x", event_payload: { id: 1 } };
    await call("chat.postMessage", { channel: "C0STAND", text: "Hi", metadata });
    const args = { channel: "C0STAND", include_all_metadata: "true" };
    const asForm = await call("conversations.history", args, { type: FORM });
    expect(asForm.body.messages).toMatchObject([{ text: "Hi", metadata }]);
    expect((await call("conversations.history", args)).body).toMatchObject({ error: "channel_not_found" });
  });

  it("pages its lists", async () => {
    const first = await call("users.list", { limit: "4" }, { type: FORM });
    expect(first.body.members).toHaveLength(4);
    const cursor = first.body.response_metadata.next_cursor;
    const second = await call("users.list", { limit: "4", cursor }, { type: FORM });
    expect(second.body).toMatchObject({
      members: [{ id: "U0ZED" }, {}],
      response_metadata: { next_cursor: "" },
    });
  });

  it("asks to wait, cuts the line before and after it took something, and fails", async () => {
    const post = () => call("chat.postMessage", { channel: "C0STAND", text: "Hi" });
    const kept = () => slack.world.channels[0]?.messages.length;
    slack.trouble = { kind: "rate_limited", times: 1 };
    expect(await post()).toMatchObject({ status: 429, wait: "30", body: { error: "ratelimited" } });
    slack.trouble = { kind: "cut_before", times: 1 };
    await expect(post()).rejects.toThrow();
    expect(kept()).toBe(0);
    slack.trouble = { kind: "cut_after", times: 1 };
    await expect(post()).rejects.toThrow();
    expect(kept()).toBe(1);
  });

  it.each([
    ["/services/T0/B0/nowhere", "{}", 404, "no_service"],
    [null, "no JSON", 400, "invalid_payload"],
    [null, "{}", 400, "no_text"],
    [null, '{"text":"Hi"}', 200, "ok"],
  ])("answers a webhook in plain text: %s %s", async (path, body, status, words) => {
    const url = path ? new URL(path, slack.webhook) : slack.webhook;
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch(url, { method: "POST", headers, body });
    expect([answer.status, await answer.text()]).toEqual([status, words]);
  });

  it("signs as its documentation shows it", () => {
    // The example of Slack’s documentation of request signing.
    const body =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    expect(slack.sign(body, new Date(1_531_420_618_000))).toEqual({
      "X-Slack-Request-Timestamp": "1531420618",
      "X-Slack-Signature": "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
    });
  });
});

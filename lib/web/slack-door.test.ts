import { asc } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { slackEvents, slackWorkspaces, sourceVersions, standupUpdates } from "#drizzle/schema/schema";
import { type SlackDouble, startSlackDouble } from "#e2e/doubles/slack-double";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { insertSlackChannel } from "#e2e/support/slack";
import { sendEvents, signedRequest, slackCtx, writeCommand } from "#e2e/support/slack-events";
import { messageEvent, tsAt } from "#e2e/support/slack-payloads";
import { stageStandup } from "#e2e/support/standups";
import type { Ctx } from "#lib/events/context";
import { disconnectSlack } from "#lib/slack/disconnect-slack";
import { linkSlackPerson } from "#lib/slack/link-person";
import { answerSlackEvent } from "#lib/web/slack-door";
import { isSignedBySlack } from "#lib/web/slack-signature";

let slack: SlackDouble;
let stage: Stage;
let ctx: Ctx;
beforeEach(async () => {
  slack = await startSlackDouble();
  stage = await setStage();
  await insertSlackChannel(stage);
  await stageStandup(stage);
  ctx = slackCtx(stage, slack.api);
});
afterEach(() => slack.close());

const texts = async () =>
  (
    await stage.store.raw
      .select({ text: sourceVersions.text })
      .from(sourceVersions)
      .orderBy(asc(sourceVersions.version))
  ).map(({ text }) => text.trim());
const BODY = JSON.stringify({ type: "url_verification", challenge: "3eZbrw1aB10FEMAGAZd4FyFQ" });

async function answer(request: Request) {
  const response = await answerSlackEvent(request, ctx);
  return { status: response.status, text: await response.text() };
}

describe("what Slack signs", () => {
  it("is known by the example of its documentation", () => {
    const body =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    const headers = new Headers({
      "x-slack-request-timestamp": "1531420618",
      "x-slack-signature": "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
    });
    const secret = "8f742231b10e8888abcd99yyyzzz85a5";
    const signed = (bytes: string, seconds: number) =>
      isSignedBySlack(headers, Buffer.from(bytes), secret, new Date((1_531_420_618 + seconds) * 1000));
    expect([signed(body, 0), signed(body, 299), signed(body, -299)]).toEqual([true, true, true]);
    expect([signed(body, 301), signed(body, -301), signed(`${body} `, 0)]).toEqual([false, false, false]);
  });

  it("is heard, and its address verified", async () => {
    const at = stage.clock.now();
    expect(await answer(signedRequest("/events", BODY, { at }))).toEqual({
      status: 200,
      text: "3eZbrw1aB10FEMAGAZd4FyFQ",
    });
    expect(await stage.store.raw.select().from(slackWorkspaces)).toMatchObject([
      { heardAt: at, refusedAt: null },
    ]);
  });

  it.each([
    ["forged with another secret", { secret: "another-secret-altogether" }],
    ["five minutes old", { late: 301 }],
    ["from five minutes ahead", { late: -301 }],
    ["without a signature", { headers: { "X-Slack-Signature": "" } }],
    ["with a shorter signature", { headers: { "X-Slack-Signature": "v0=00" } }],
    ["with a time that is none", { headers: { "X-Slack-Request-Timestamp": "NaN" } }],
  ])(
    "is refused and echoes nothing where it is %s",
    async (_, {
      late = 0,
      ...change
    }: { late?: number; secret?: string; headers?: Record<string, string> }) => {
      const at = new Date(stage.clock.now().getTime() - late * 1000);
      const { status, text } = await answer(signedRequest("/events", BODY, { at, ...change }));
      expect(status).toBe(401);
      expect(text).not.toContain("3eZbrw");
      const [row] = await stage.store.raw.select().from(slackWorkspaces);
      expect(row).toMatchObject({ heardAt: null, refusedAt: stage.clock.now() });
    },
  );

  it("counts once where somebody sends the same bytes again", async () => {
    const at = stage.clock.now();
    const body = JSON.stringify(messageEvent({ text: "Done: the export", ts: tsAt(at, 1) }));
    for (let time = 0; time < 3; time++)
      expect((await answer(signedRequest("/events", body, { at }))).status).toBe(200);
    expect(await stage.store.raw.$count(slackEvents)).toBe(1);
    stage.clock.advance(6 * 60_000);
    expect((await answer(signedRequest("/events", body, { at }))).status).toBe(401);
  });

  it("is refused where it is too large, no JSON, or nothing is connected", async () => {
    const at = stage.clock.now();
    const large = signedRequest("/events", "x".repeat(600 * 1024), { at });
    expect((await answer(large)).status).toBe(413);
    expect((await answer(signedRequest("/events", "[]", { at }))).status).toBe(400);
    await disconnectSlack(stage.as("ines"));
    expect((await answer(signedRequest("/events", BODY, { at }))).status).toBe(401);
  });

  it("is not taken from another workspace that has the app", async () => {
    const event = messageEvent({ text: "Done", ts: tsAt(stage.clock.now(), 1) });
    expect(await sendEvents(ctx, { ...event, team_id: "T0ELSE" })).toEqual([200]);
    expect(await stage.store.raw.$count(slackEvents)).toBe(0);
  });
});

describe("/standup", () => {
  it("keeps an update at once, and tells its writer alone", async () => {
    const { status, text } = await writeCommand({ ctx }, "Done: the export &amp; <!here>");
    expect(status).toBe(200);
    expect(text).toMatch(
      /^Kept as your update for Engineering\. <https:\/\/ops\.example\.com\/sources\/src_\w+\|Open it>/,
    );
    expect(text).toContain(">>> Done: the export &amp; @here");
    expect(await texts()).toEqual(["Done: the export & @here"]);
    expect(await stage.store.raw.select().from(standupUpdates)).toMatchObject([
      { userId: CAST.dana.id, via: "slack", day: "2026-11-20" },
    ]);
  });

  it("adds to what is there, and once where the request comes again", async () => {
    await writeCommand({ ctx }, "one");
    expect((await writeCommand({ ctx }, "two", { trigger: "t1" })).text).toMatch(/^Added to your update/);
    expect((await writeCommand({ ctx }, "two", { trigger: "t1" })).text).toMatch(/kept already/);
    expect((await texts()).at(-1)).toBe("one\n\ntwo");
    expect(await texts()).toHaveLength(2);
  });

  it("is of one’s own team in any other channel", async () => {
    expect((await writeCommand({ ctx }, "one", { channel: "D0DANA" })).text).toMatch(/for Engineering/);
  });

  it.each([
    ["nothing", "  ", {}, /Write what you did/],
    ["who is nobody here", "one", { user: "U0ZED" }, /nobody here yet.*admin links you/],
    ["who only reads", "one", { user: "U0HUGO" }, /only reads/],
    ["who is in no team", "one", { user: "U0BO", channel: "D0BO" }, /in no team/],
    ["who is not of the team", "one", { user: "U0BO" }, /Members of Engineering/],
  ])("says what to do, and keeps nothing, of %s", async (_, words, change, said) => {
    const { status, text } = await writeCommand({ ctx }, words, change);
    expect(status).toBe(200);
    expect(text).toMatch(said);
    expect(await texts()).toEqual([]);
  });

  it("does not make its writer wait for a Slack that is silent", async () => {
    slack.trouble = { kind: "silent", times: 1 };
    const started = performance.now();
    expect((await writeCommand({ ctx }, "one")).text).toMatch(/^Nothing was kept/);
    expect(performance.now() - started).toBeLessThan(3000);
    await linkSlackPerson(stage.as("ines"), { slackUserId: "U0DANA", userId: CAST.dana.id });
    expect((await writeCommand({ ctx }, "one")).text).toMatch(/^Kept/);
  });

  it("is refused unsigned", async () => {
    expect((await writeCommand({ ctx, secret: "another-secret-altogether" }, "one")).status).toBe(401);
    expect(await texts()).toEqual([]);
  });
});

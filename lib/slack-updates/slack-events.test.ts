import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { slackEvents, slackMessages, sourceVersions, standupUpdates } from "#drizzle/schema/schema";
import { type SlackDouble, startSlackDouble } from "#e2e/doubles/slack-double";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { everythingKept } from "#e2e/support/everything-kept";
import { insertSlackChannel } from "#e2e/support/slack";
import { sendEvents, slackCtx, takeEvents } from "#e2e/support/slack-events";
import { deleteEvent, editEvent, messageEvent, tsAt } from "#e2e/support/slack-payloads";
import { stageStandup } from "#e2e/support/standups";
import type { Ctx } from "#lib/events/context";
import { performSlackEvents } from "#lib/slack-updates/perform-events";
import { sweepSlackEvents } from "#lib/slack-updates/sweep-events";
import { postUpdate } from "#lib/standups/post-update";

let slack: SlackDouble;
let stage: Stage;
let ctx: Ctx;
let at: (seconds: number) => string;
beforeEach(async () => {
  slack = await startSlackDouble();
  stage = await setStage();
  await insertSlackChannel(stage);
  await stageStandup(stage);
  ctx = slackCtx(stage, slack.api);
  const start = stage.clock.now();
  at = (seconds) => tsAt(start, seconds);
  stage.clock.advance(10 * 60_000);
});
afterEach(() => slack.close());

/** The updates that are kept: whose, of which day, and what they say now. */
async function kept() {
  const rows = await stage.store.raw
    .select({
      userId: standupUpdates.userId,
      day: standupUpdates.day,
      via: standupUpdates.via,
      id: standupUpdates.sourceId,
    })
    .from(standupUpdates);
  return Promise.all(
    rows.map(async ({ id, ...row }) => {
      const versions = await stage.store.raw
        .select({ text: sourceVersions.text })
        .from(sourceVersions)
        .where(eq(sourceVersions.sourceId, id))
        .orderBy(sourceVersions.version);
      return { ...row, text: versions.at(-1)?.text.trim() };
    }),
  );
}
const textNow = async () => (await kept())[0]?.text;
const rows = () => stage.store.raw.select().from(slackEvents).orderBy(slackEvents.ts);
const states = async () => (await rows()).map(({ state }) => state);

describe("a message in a team’s channel", () => {
  it("is its writer’s update, with its tokens read, and its words kept there alone", async () => {
    const text = "Blocked on <#C0STAND|x> &amp; <@U0CHIDI>, not &lt;!here&gt;";
    await takeEvents(ctx, messageEvent({ text, ts: at(1) }));
    expect(await kept()).toEqual([
      {
        userId: CAST.dana.id,
        day: "2026-11-20",
        via: "slack",
        text: "Blocked on #eng-standup & @somebody, not <!here>",
      },
    ]);
    expect(await rows()).toMatchObject([{ state: "taken", payload: null, reason: null }]);
  });

  it("is kept once, however often Slack sends it, and whoever works at once", async () => {
    const event = messageEvent({ text: "Done: the export", ts: at(1) }, "Ev0ONE");
    expect(await sendEvents(ctx, event, event)).toEqual([200, 200]);
    await Promise.all([performSlackEvents(ctx, "C0STAND"), performSlackEvents(ctx, "C0STAND")]);
    await takeEvents(ctx, event);
    expect(await textNow()).toBe("Done: the export");
    expect(await states()).toEqual(["taken"]);
    expect(await stage.store.raw.$count(sourceVersions)).toBe(1);
  });

  it("stands in the order of writing among others of the day, whatever order they come in", async () => {
    await takeEvents(ctx, messageEvent({ text: "third", ts: at(3) }));
    await takeEvents(
      ctx,
      messageEvent({ text: "second", ts: at(2) }),
      messageEvent({ text: "first", ts: at(1) }),
    );
    expect(await textNow()).toBe("first\n\nsecond\n\nthird");
  });

  it("is of the day it was written, also where it comes hours later", async () => {
    stage.clock.set("2026-11-23T15:00:00Z");
    await takeEvents(ctx, messageEvent({ text: "Friday’s words", ts: at(1) }));
    expect(await kept()).toMatchObject([{ day: "2026-11-20", text: "Friday’s words" }]);
  });

  it.each([
    ["a bot", { bot_id: "B1" }],
    ["somebody who joins", { subtype: "channel_join" }],
    ["a topic", { subtype: "channel_topic" }],
    ["a private channel", { channel_type: "group" }],
    ["a direct message", { channel: "D0DANA", channel_type: "im" }],
  ])("is nobody’s words where it is of %s, and leaves nothing", async (_, change) => {
    await takeEvents(ctx, messageEvent({ text: "secret words", ts: at(1), ...change }));
    expect(await rows()).toEqual([]);
    expect(await kept()).toEqual([]);
  });

  it.each(["file_share", "thread_broadcast", "me_message"])("is taken as %s", async (subtype) => {
    await takeEvents(ctx, messageEvent({ subtype, text: "Done: the export", ts: at(1) }));
    expect(await textNow()).toBe("Done: the export");
  });

  it.each([
    ["an unlinked channel", { channel: "C0OTHER" }],
    ["somebody who is nobody here", { user: "U0ZED" }],
    ["somebody who only reads", { user: "U0HUGO" }],
  ])("leaves ids and no word of %s, and says what to do", async (_, change) => {
    const before = await everythingKept(stage.store);
    await takeEvents(ctx, messageEvent({ text: "secret words", ts: at(1), ...change }));
    expect(await rows()).toMatchObject([{ state: "unlinked", payload: null, reason: expect.any(String) }]);
    expect(await everythingKept(stage.store)).not.toContain("secret words");
    expect(before).not.toContain("secret words");
  });

  it("is refused in words for who is not of the team", async () => {
    await takeEvents(ctx, messageEvent({ text: "secret words", ts: at(1), user: "U0BO" }));
    expect(await rows()).toMatchObject([
      { state: "failed", reason: expect.stringMatching(/Members of Engineering/) },
    ]);
    expect(await everythingKept(stage.store)).not.toContain("secret words");
  });

  it("goes with others under what the page says", async () => {
    await takeEvents(ctx, messageEvent({ text: "one", ts: at(1) }));
    const dana = { ...stage.as("dana") };
    await postUpdate(dana, { teamId: "tea_engineering", text: "From the page" }, "page");
    await takeEvents(
      ctx,
      messageEvent({ text: "two", ts: at(2) }),
      editEvent({ text: "uno", ts: at(1) }, at(3)),
    );
    expect(await textNow()).toBe("From the page\n\ntwo");
    expect((await rows()).map(({ reason }) => reason)).toContainEqual(
      expect.stringMatching(/changed in Countersign/),
    );
  });
});

describe("a thread", () => {
  const answer = (text: string, change: object) =>
    messageEvent({ text, ts: at(5), thread_ts: at(1), parent_user_id: "U0DANA", ...change });

  it("goes on with the update of who began it", async () => {
    await takeEvents(ctx, answer("and the tests", {}), messageEvent({ text: "the export", ts: at(1) }));
    expect(await textNow()).toBe("the export\n\nand the tests");
  });

  it.each([
    ["of others", { user: "U0CHIDI" }],
    ["of others, where Slack does not say who began it", { user: "U0CHIDI", parent_user_id: undefined }],
    ["to something unknown", { thread_ts: "", parent_user_id: undefined }],
  ])("is no update where it is an answer %s", async (_, change) => {
    const thread = "thread_ts" in change ? { ...change, thread_ts: at(4) } : change;
    await takeEvents(ctx, messageEvent({ text: "the export", ts: at(1) }), answer("well done", thread));
    expect((await kept()).map(({ text }) => text)).toEqual(["the export"]);
  });
});

describe("changes in Slack", () => {
  it("change the update, the latest winning in whatever order they come", async () => {
    const first = messageEvent({ text: "one", ts: at(1) });
    const [b, c] = [editEvent({ text: "b", ts: at(1) }, at(2)), editEvent({ text: "c", ts: at(1) }, at(3))];
    await takeEvents(ctx, c);
    await takeEvents(ctx, b, first);
    expect(await textNow()).toBe("c");
    expect((await states()).toSorted()).toEqual(["passed", "passed", "taken"]);
  });

  it("take a deleted message out, also where it was deleted before it came", async () => {
    await takeEvents(ctx, deleteEvent(at(1)));
    const both = [messageEvent({ text: "one", ts: at(1) }), messageEvent({ text: "two", ts: at(2) })];
    await takeEvents(ctx, ...both);
    expect(await textNow()).toBe("two");
    await takeEvents(ctx, messageEvent({ text: "three", ts: at(3) }), deleteEvent(at(2)));
    expect(await textNow()).toBe("three");
  });

  it("leave an update that would be empty until another message takes its place", async () => {
    await takeEvents(ctx, messageEvent({ text: "one", ts: at(1) }), deleteEvent(at(1)));
    expect(await textNow()).toBe("one");
    await takeEvents(ctx, messageEvent({ text: "written anew", ts: at(2) }));
    expect(await textNow()).toBe("written anew");
  });

  it("are not taken where only a preview was added, nor of a message a week old", async () => {
    await takeEvents(ctx, messageEvent({ text: "one", ts: at(1) }));
    const preview = messageEvent({
      subtype: "message_changed",
      message: { user: "U0DANA", text: "x", ts: at(1) },
    });
    await sendEvents(ctx, preview);
    expect(await states()).toEqual(["taken"]);
    stage.clock.advance(8 * 86_400_000);
    await takeEvents(ctx, editEvent({ text: "old", ts: at(2) }, at(700_000)));
    expect(await textNow()).toBe("one");
  });
});

describe("what can’t be taken yet", () => {
  it("waits while Slack does not say who wrote it, and is taken then", async () => {
    slack.trouble = { kind: "down", times: 1 };
    await takeEvents(ctx, messageEvent({ text: "one", ts: at(1) }));
    expect(await rows()).toMatchObject([{ state: "waiting", attempt: 1, payload: { text: "one" } }]);
    expect(stage.queue.entries.at(-1)).toMatchObject({
      kind: "slack_event",
      id: "C0STAND",
      dueAt: expect.any(Date),
    });
    stage.clock.advance(20_000);
    await performSlackEvents(ctx, "C0STAND");
    expect(await textNow()).toBe("one");
  });

  it("is queued again where the queue lost it, and its ids are forgotten after a month", async () => {
    await sendEvents(ctx, messageEvent({ text: "one", ts: at(1) }));
    stage.queue.entries.length = 0;
    stage.clock.advance(60_000);
    await sweepSlackEvents(ctx);
    expect(stage.queue.entries).toMatchObject([{ kind: "slack_event", id: "C0STAND" }]);
    await performSlackEvents(ctx, "C0STAND");
    stage.clock.advance(31 * 86_400_000);
    await sweepSlackEvents(ctx);
    expect(await rows()).toEqual([]);
    expect(await stage.store.raw.$count(slackMessages)).toBe(1);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { blockers } from "#drizzle/schema/schema";
import { CAST, type CastKey, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { kindsOf } from "#e2e/support/events";
import { loserOf } from "#e2e/support/race";
import { stageMeeting } from "#e2e/support/records";
import { nudge } from "#lib/attention/nudge";
import { getAttention } from "#lib/attention/queries";
import type { UserCtx } from "#lib/events/context";
import { listNotices } from "#lib/notices/queries";

const TODAY = "2026-11-20";
const DAY_MS = 86_400_000;

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

describe("nudge", () => {
  async function overdue(owner: CastKey): Promise<string> {
    const meeting = await stageMeeting(stage, { by: "dana" });
    return meeting.action({ text: "Renew it", owner, dueOn: "2026-11-15" });
  }

  async function actionRows() {
    const { groups } = await getAttention(stage.as("ada"), TODAY);
    return groups.find(({ kind }) => kind === "actions")?.rows;
  }

  it("tells the owner once a day, with the row and the event", async () => {
    const id = await overdue("dana");
    await nudge(stage.as("ada"), { of: "action", id });
    const { rows } = await listNotices(stage.as("dana"), {});
    expect(rows).toMatchObject([
      {
        kind: "nudged",
        sentence: "Ada Lindqvist reminds you of “Renew it”, due Sun 15 Nov",
        path: `/actions?open=${id}`,
        stands: true,
      },
    ]);
    expect(await kindsOf(stage.store, CAST.dana.id)).toEqual(["notice.made"]);
    expect(await actionRows()).toMatchObject([{ step: { nudge: "action", done: true } }]);
    await expect(nudge(stage.as("ines"), { of: "action", id })).rejects.toMatchObject({ code: "conflict" });
    stage.clock.advance(DAY_MS);
    await nudge(stage.as("ines"), { of: "action", id });
  });

  it("tells deciders of questions and who has a blocker, where they see it", async () => {
    const meeting = await stageMeeting(stage, { by: "dana" });
    const question = await meeting.question({ text: "Who pays?", decider: "bo" });
    await nudge(stage.as("ada"), { of: "question", id: question });
    await stage.store.raw.insert(blockers).values({
      id: "blk_1",
      teamId: ENGINEERING.id,
      visibility: "open",
      text: "Staging certificate ran out",
      personName: "Dana Weiss",
      state: "owned",
      ownerId: CAST.bo.id,
      firstOn: TODAY,
      lastOn: TODAY,
      createdAt: stage.clock.now(),
    });
    await nudge(stage.as("ada"), { of: "blocker", id: "blk_1" });
    const { rows } = await listNotices(stage.as("bo"), {});
    expect(rows.map(({ path }) => path).toSorted()).toEqual([
      "/blockers?open=blk_1",
      `/questions?open=${question}`,
    ]);
  });

  it("is for leaders, of what they see, and reaches only who can sign in", async () => {
    const id = await overdue("chidi");
    await expect(nudge(stage.as("bo"), { of: "action", id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(nudge(stage.as("ada"), { of: "action", id })).rejects.toMatchObject({ code: "invalid" });
    const hidden = await stageMeeting(stage, { by: "dana", visibility: "private" });
    const secret = await hidden.action({ owner: "bo", dueOn: "2026-11-01" });
    await expect(nudge(stage.as("ada"), { of: "action", id: secret })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("has one winner of two at once", async () => {
    const id = await overdue("dana");
    const act = (ctx: UserCtx) => nudge(ctx, { of: "action", id });
    const loser = await loserOf({ ctx: stage.as("ada"), act }, { ctx: stage.as("ines"), act });
    expect(loser).toMatchObject({ code: "conflict" });
  });
});

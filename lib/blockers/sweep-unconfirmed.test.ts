import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { blockers, events } from "#drizzle/schema/schema";
import { postSaid, stageBlocker } from "#e2e/support/blockers";
import { type Stage, setStage } from "#e2e/support/cast";
import { post, stageStandup, writeDigest } from "#e2e/support/standups";
import { confirmBlocker } from "#lib/blockers/confirm-blocker";
import { dismissBlocker } from "#lib/blockers/dismiss-blocker";
import { listBlockers } from "#lib/blockers/queries";
import { sweepUnconfirmed } from "#lib/blockers/sweep-unconfirmed";
import { PUT_ASIDE } from "#lib/blockers/unconfirmed";
import { approveDraft } from "#lib/drafts/approve-draft";

const DAY = 86_400_000;

let stage: Stage;
beforeEach(async () => {
  // Friday 20 November, nine in the morning in the company's zone.
  stage = await setStage();
});

const rows = () => stage.store.raw.select().from(blockers);
const kindsOf = async (id: string) =>
  (await stage.store.raw.select().from(events).where(eq(events.subjectId, id)).orderBy(events.seq)).map(
    ({ kind }) => kind,
  );

/** So many days later the sweep looks at what waits. */
async function daysLater(count: number): Promise<void> {
  stage.clock.advance(count * DAY);
  await sweepUnconfirmed(stage.system);
}

describe("what was found in an update and nobody confirmed", () => {
  it("waits a week, and is then put aside with the reason", async () => {
    const { blockerId } = await stageBlocker(stage);
    await daysLater(7);
    expect(await rows()).toMatchObject([{ state: "proposed" }]);
    await daysLater(1);
    expect(await rows()).toMatchObject([
      { state: "dismissed", closing: PUT_ASIDE, closedBy: null, version: 2 },
    ]);
    expect(await kindsOf(blockerId)).toContain("blocker.put_aside");
    expect((await listBlockers(stage.as("dana"), {})).rows).toEqual([]);
    // Nothing is left to do, and nothing is told twice.
    await daysLater(1);
    expect((await kindsOf(blockerId)).filter((kind) => kind === "blocker.put_aside")).toHaveLength(1);
  });

  it("waits a week from when it was said last", async () => {
    await stageBlocker(stage);
    stage.clock.advance(6 * DAY);
    await postSaid(stage, { day: "2026-11-26" });
    await daysLater(3);
    expect(await rows()).toMatchObject([{ state: "proposed", days: 2 }]);
  });

  it("is proposed anew when it is said again", async () => {
    const { blockerId } = await stageBlocker(stage);
    await daysLater(8);
    await postSaid(stage, { day: "2026-11-28" });
    expect(await rows()).toMatchObject([
      { id: blockerId, state: "proposed", closing: null, closedAt: null, days: 2, version: 3 },
    ]);
    expect(await kindsOf(blockerId)).toContain("blocker.returned");
  });

  it("stays where it was said so often that it needs a decision", async () => {
    await stageBlocker(stage);
    for (const day of ["2026-11-23", "2026-11-24"]) await postSaid(stage, { day });
    await daysLater(20);
    expect(await rows()).toMatchObject([{ state: "proposed", days: 3 }]);
  });

  it("has its week where it came in late for a day long gone", async () => {
    await stageBlocker(stage, { day: "2026-10-20" });
    await daysLater(6);
    expect(await rows()).toMatchObject([{ state: "proposed" }]);
  });

  it("is not what a person confirmed, nor comes back where a person said it is none", async () => {
    const first = await stageBlocker(stage);
    await confirmBlocker(stage.as("dana"), { blockerId: first.blockerId, version: 1 });
    await daysLater(30);
    expect(await rows()).toMatchObject([{ state: "open" }]);
    await dismissBlocker(stage.as("dana"), { blockerId: first.blockerId, version: 2 });
    await postSaid(stage, { day: "2026-12-21" });
    expect(await rows()).toMatchObject([{ state: "dismissed" }]);
  });

  it("is confirmed all the same by whoever approves its digest later", async () => {
    await stageStandup(stage);
    await post(stage, "chidi", "Blockers: waiting on Ostrander for the permit");
    stage.clock.advance(3_600_000);
    const { draftId } = await writeDigest(stage);
    await daysLater(9);
    expect(await rows()).toMatchObject([{ state: "dismissed" }]);
    await approveDraft(stage.as("dana"), { draftId, revision: 1 });
    expect(await rows()).toMatchObject([{ state: "open", closing: null, closedAt: null }]);
  });

  it("is told of to whoever confirms it a moment later", async () => {
    const { blockerId } = await stageBlocker(stage);
    await daysLater(8);
    await expect(confirmBlocker(stage.as("dana"), { blockerId, version: 1 })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("was put aside"),
    });
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { reviews } from "#drizzle/schema/schema";
import { type Stage, setStage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { loserOf } from "#e2e/support/race";
import { rejectDraft } from "#lib/drafts/reject-draft";
import { changeReasons } from "#lib/reasons/change-reasons";
import { countReasons, getReasons } from "#lib/reasons/queries";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const EPOCH = new Date(0);

async function listed() {
  return getReasons(stage.as("ines"));
}

describe("the reasons for rejecting", () => {
  it("are added, renamed, reordered and retired at once, with the event", async () => {
    const { version, reasons } = await listed();
    const [first, second, third] = reasons;
    if (!first || !second || !third) throw new Error("There are three reasons at first.");
    await changeReasons(stage.as("ines"), {
      version,
      reasons: [
        { ...third, label: "  Recorded elsewhere " },
        first,
        { id: null, label: "Wrong customer", retired: false },
        { ...second, retired: true },
      ],
    });
    const after = await listed();
    expect(after.version).toBe(version + 1);
    expect(after.reasons.map(({ label, retired }) => ({ label, retired }))).toEqual([
      { label: "Recorded elsewhere", retired: false },
      { label: "Not a meeting", retired: false },
      { label: "Wrong customer", retired: false },
      { label: "Too much is wrong", retired: true },
    ]);
    expect(after.reasons[0]?.id).toBe(third.id);
    expect(after.reasons[2]?.id).toMatch(/^rsn_/);
    expect(await kindsOf(stage.store, "workspace")).toEqual(["workspace.changed"]);
  });

  it("are changed by admins alone", async () => {
    const { version, reasons } = await listed();
    for (const who of ["ada", "dana", "bo", "hugo"] as const)
      await expect(changeReasons(stage.as(who), { version, reasons })).rejects.toMatchObject({
        code: "forbidden",
      });
  });

  it("have one winner of a race, and who saw an older list changes nothing", async () => {
    const { version, reasons } = await listed();
    const renamed = (label: string) => ({
      version,
      reasons: reasons.map((reason, at) => (at === 0 ? { ...reason, label } : reason)),
    });
    const loser = await loserOf(
      { ctx: stage.as("ines"), act: (ctx) => changeReasons(ctx, renamed("One")) },
      { ctx: stage.as("ines"), act: (ctx) => changeReasons(ctx, renamed("Two")) },
    );
    expect(loser).toMatchObject({ code: "conflict" });
    await expect(changeReasons(stage.as("ines"), renamed("Three"))).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await listed()).version).toBe(version + 1);
  });

  it("are never taken off the list, never the same twice, and stay few", async () => {
    const { version, reasons } = await listed();
    const refused = (next: typeof reasons | { id: null; label: string; retired: boolean }[]) =>
      expect(changeReasons(stage.as("ines"), { version, reasons: next })).rejects.toBeInstanceOf(Error);
    await refused(reasons.slice(1));
    await refused([...reasons, ...reasons.slice(0, 1)]);
    await refused([...reasons, { id: "rsn_made-up", label: "Made up", retired: false }]);
    await changeReasonsTo([...reasons, { id: null, label: "Fourth", retired: false }]);
    const many = Array.from({ length: 9 }, (_, at) => ({ id: null, label: `Reason ${at}`, retired: false }));
    await refused(many);
  });

  async function changeReasonsTo(reasons: Parameters<typeof changeReasons>[1]["reasons"]) {
    await changeReasons(stage.as("ines"), { version: (await listed()).version, reasons });
  }
});

describe("a rejection", () => {
  async function reject(why: { reasonId?: string; reason?: string }) {
    const { draftId } = await stageDraft(stage, {
      text: `Notes of today\nACTION: Bo to call ${why.reason}\n`,
    });
    await rejectDraft(stage.as("ada"), { draftId, revision: 1, ...why });
  }

  it("keeps the reason’s id and its words as they read then", async () => {
    await reject({ reasonId: "not-a-meeting", reason: "A shopping list" });
    const { version, reasons } = await listed();
    await changeReasons(stage.as("ines"), {
      version,
      reasons: reasons.map((one) => (one.id === "not-a-meeting" ? { ...one, label: "No meeting" } : one)),
    });
    expect(await stage.store.raw.select().from(reviews)).toMatchObject([
      { reasonId: "not-a-meeting", reason: "Not a meeting. A shopping list" },
    ]);
  });

  it("takes one just retired, and none that was never there", async () => {
    const { version, reasons } = await listed();
    await changeReasons(stage.as("ines"), {
      version,
      reasons: reasons.map((one) => ({ ...one, retired: true })),
    });
    await reject({ reasonId: "much-is-wrong" });
    await expect(reject({ reasonId: "made-up", reason: "x" })).rejects.toMatchObject({ code: "invalid" });
  });

  it("is counted by reason for leaders, of drafts they see", async () => {
    await reject({ reasonId: "not-a-meeting", reason: "one" });
    await reject({ reasonId: "not-a-meeting", reason: "two" });
    await reject({ reason: "In my own words" });
    const hidden = await stageDraft(stage, {
      by: "bo",
      visibility: "private",
      text: "Mine\nACTION: Bo to rest\n",
    });
    await rejectDraft(stage.as("bo"), { draftId: hidden.draftId, revision: 1, reasonId: "not-a-meeting" });
    expect(await countReasons(stage.as("ada"), EPOCH)).toEqual([
      { id: "not-a-meeting", count: 2 },
      { id: null, count: 1 },
    ]);
    expect(await countReasons(stage.as("bo"), EPOCH)).toEqual([]);
    expect(await countReasons(stage.as("ada"), new Date(stage.clock.now().getTime() + 1))).toEqual([]);
  });
});

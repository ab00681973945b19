import { beforeEach, describe, expect, it } from "vitest";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { notesOf, stageDraft } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { loserOf } from "#e2e/support/race";
import { shareSource } from "#lib/custody/share-source";
import { approveDraft } from "#lib/drafts/approve-draft";
import { editDraft } from "#lib/drafts/edit-draft";
import { listHolds } from "#lib/drafts/hold-queries";
import { letGoOfDraft } from "#lib/drafts/let-go";
import { rejectDraft } from "#lib/drafts/reject-draft";
import { takeHold, takeOverDraft } from "#lib/drafts/take-hold";

let stage: Stage;
let draftId: string;
beforeEach(async () => {
  stage = await setStage();
  ({ draftId } = await stageDraft(stage));
});

const seen = (fence?: number) => ({ draftId, revision: 1, fence });
const holdEvents = async () =>
  (await kindsOf(stage.store, draftId)).filter((kind) => kind.startsWith("hold."));
const reason = "Other";

describe("holding a draft", () => {
  it("is shown to others by name, is renewed without an event, and ends by itself", async () => {
    const hold = await takeHold(stage.as("ada"), { draftId });
    expect(hold.fence).toBe(1);
    expect(await listHolds(stage.as("bo"))).toEqual([
      { draftId, by: CAST.ada.name, mine: false, until: hold.until },
    ]);
    stage.clock.advance(100_000);
    const renewed = await takeHold(stage.as("ada"), { draftId });
    expect(renewed).toEqual({ fence: 1, until: new Date(Date.parse(hold.until) + 100_000).toISOString() });
    expect((await listHolds(stage.as("ada")))[0]).toMatchObject({ mine: true, until: renewed.until });
    stage.clock.advance(120_001);
    expect(await listHolds(stage.as("bo"))).toEqual([]);
    expect(await holdEvents()).toEqual(["hold.taken"]);
  });

  it("refuses what somebody else changes or decides meanwhile, and lets it through once it is over", async () => {
    await takeHold(stage.as("ada"), { draftId });
    const held = {
      code: "conflict",
      message: expect.stringContaining("Ada Lindqvist is reading this draft"),
    };
    await expect(approveDraft(stage.as("bo"), seen())).rejects.toMatchObject(held);
    await expect(rejectDraft(stage.as("bo"), { ...seen(), reason })).rejects.toMatchObject(held);
    const changes = [{ statementId: "a1", kept: false }];
    await expect(editDraft(stage.as("bo"), { ...seen(), changes })).rejects.toMatchObject(held);
    await expect(takeHold(stage.as("bo"), { draftId })).rejects.toMatchObject(held);
    stage.clock.advance(120_001);
    await rejectDraft(stage.as("bo"), { ...seen(), reason });
  });

  it("goes to one of two who open a draft at the same moment; the other is told whose it is", async () => {
    const act = (ctx: Parameters<typeof takeHold>[0]) => takeHold(ctx, { draftId });
    const lost = await loserOf({ ctx: stage.as("ada"), act }, { ctx: stage.as("bo"), act });
    const [hold] = await listHolds(stage.as("ada"));
    expect(lost).toMatchObject({ code: "conflict", message: expect.stringContaining(hold?.by ?? "nobody") });
    expect(await holdEvents()).toEqual(["hold.taken"]);
  });

  it("is taken over by an explicit act, and what the one before still sends is refused, even after that", async () => {
    const { fence } = await takeHold(stage.as("ada"), { draftId });
    const taken = await takeOverDraft(stage.as("bo"), { draftId });
    expect(taken.fence).toBe(fence + 1);
    await expect(approveDraft(stage.as("ada"), seen(fence))).rejects.toMatchObject({ code: "conflict" });
    await letGoOfDraft(stage.as("bo"), { draftId, fence: taken.fence });
    await expect(approveDraft(stage.as("ada"), seen(fence))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("in somebody else’s hands since you opened it"),
    });
    const again = await takeHold(stage.as("ada"), { draftId });
    await approveDraft(stage.as("ada"), seen(again.fence));
    expect(await holdEvents()).toEqual(["hold.taken", "hold.taken_over", "hold.let_go", "hold.taken"]);
    expect(await listHolds(stage.as("ada"))).toEqual([]);
  });

  it("is let go by its holder alone, with the fence of that hold", async () => {
    const { fence } = await takeHold(stage.as("ada"), { draftId });
    await expect(letGoOfDraft(stage.as("bo"), { draftId, fence })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(letGoOfDraft(stage.as("ada"), { draftId, fence: fence + 1 })).rejects.toMatchObject({
      code: "conflict",
    });
    await letGoOfDraft(stage.as("ada"), { draftId, fence });
    expect(await listHolds(stage.as("ada"))).toEqual([]);
  });

  it("is let go without its fence by a page that closes before it heard of it, and by nobody else so", async () => {
    await takeHold(stage.as("ada"), { draftId });
    await expect(letGoOfDraft(stage.as("bo"), { draftId })).rejects.toMatchObject({ code: "conflict" });
    await letGoOfDraft(stage.as("ada"), { draftId });
    expect(await listHolds(stage.as("ada"))).toEqual([]);
    expect(await holdEvents()).toEqual(["hold.taken", "hold.let_go"]);
  });

  it("is not renewed by who no longer sees the draft, or only reads by now", async () => {
    const { sourceId, draftId } = await stageDraft(stage, { attendees: ["Bo"], text: notesOf("Renewal") });
    await takeHold(stage.as("bo"), { draftId });
    const bo = stage.as("bo");
    const readsOnly = { ...bo, actor: { ...bo.actor, role: "viewer" as const } };
    await expect(takeHold(readsOnly, { draftId })).rejects.toMatchObject({ code: "forbidden" });
    await shareSource(stage.as("ada"), { sourceId, visibility: "private" });
    stage.clock.advance(60_000);
    await expect(takeHold(bo, { draftId })).rejects.toMatchObject({ code: "not_found" });
    stage.clock.advance(60_001);
    expect(await listHolds(stage.as("ada"))).toEqual([]);
  });

  it("is not for viewers, and not for drafts that are decided", async () => {
    await expect(takeHold(stage.as("hugo"), { draftId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(takeOverDraft(stage.as("hugo"), { draftId })).rejects.toMatchObject({ code: "forbidden" });
    await rejectDraft(stage.as("bo"), { ...seen(), reason });
    await expect(takeHold(stage.as("ada"), { draftId })).rejects.toMatchObject({ code: "conflict" });
  });
});

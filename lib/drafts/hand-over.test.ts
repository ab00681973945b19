import { beforeEach, expect, it } from "vitest";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { NOTES, stageDraft } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { loserOf } from "#e2e/support/race";
import { approveDraft } from "#lib/drafts/approve-draft";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { handOverDraft, takeBackDraft } from "#lib/drafts/hand-over-draft";
import { listHolds } from "#lib/drafts/hold-queries";
import { countQueue, listQueue } from "#lib/drafts/queue-queries";
import { takeHold, takeOverDraft } from "#lib/drafts/take-hold";
import { listNotices } from "#lib/notices/queries";
import { deactivatePerson } from "#lib/offboarding/deactivate-person";

let stage: Stage;
let draftId: string;
beforeEach(async () => {
  stage = await setStage();
  ({ draftId } = await stageDraft(stage));
});

const give = (toId: string = CAST.bo.id) =>
  handOverDraft(stage.as("ada"), { draftId, toId, note: "You were there" });

it("is shown to the receiver with its note, told them, and found under what was handed to them", async () => {
  await give();
  const { handover } = await getDeskDraft(stage.as("bo"), draftId);
  expect(handover).toMatchObject({
    from: CAST.ada.name,
    to: CAST.bo.name,
    note: "You were there",
    reader: "receiver",
  });
  expect((await getDeskDraft(stage.as("ada"), draftId)).handover?.reader).toBe("giver");
  const { rows } = await listNotices(stage.as("bo"), {});
  expect(rows.find(({ kind }) => kind === "handed_over")).toMatchObject({
    sentence: "Ada Lindqvist handed “Release 4.3 planning” over to you",
    path: `/reviews/${draftId}`,
    stands: true,
  });
  expect((await listQueue(stage.as("bo"), { show: "handed" })).rows).toMatchObject([
    { id: draftId, handedTo: CAST.bo.name },
  ]);
  expect((await listQueue(stage.as("ada"), { show: "handed" })).rows).toEqual([]);
  expect(await countQueue(stage.as("bo"))).toMatchObject({ handed: 1, snoozed: 0 });
  expect((await kindsOf(stage.store, draftId)).at(-1)).toBe("draft.handed_over");
});

it("ends the giver’s hold: their page can’t take it again, nor decide with what it held; the receiver’s can", async () => {
  const { fence } = await takeHold(stage.as("ada"), { draftId });
  await handOverDraft(stage.as("ada"), { draftId, toId: CAST.bo.id, fence });
  expect(await listHolds(stage.as("bo"))).toEqual([]);
  await expect(takeHold(stage.as("ada"), { draftId })).rejects.toMatchObject({
    code: "conflict",
    message: "This draft was handed over to Bo Tran. Take it over to work on it.",
  });
  await expect(approveDraft(stage.as("ada"), { draftId, revision: 1, fence })).rejects.toMatchObject({
    code: "conflict",
  });
  expect((await takeHold(stage.as("bo"), { draftId })).fence).toBeGreaterThan(fence);
  expect(await listHolds(stage.as("ada"))).toMatchObject([{ by: CAST.bo.name, mine: false }]);
});

it("is over when the giver takes it back, the receiver gives it back, or somebody takes the draft over", async () => {
  await give();
  await expect(takeBackDraft(stage.as("dana"), { draftId })).rejects.toMatchObject({ code: "conflict" });
  await takeBackDraft(stage.as("ada"), { draftId });
  expect((await getDeskDraft(stage.as("bo"), draftId)).handover).toBeNull();
  expect(
    (await listNotices(stage.as("bo"), {})).rows.find(({ kind }) => kind === "handed_over")?.stands,
  ).toBe(false);
  await give();
  await takeBackDraft(stage.as("bo"), { draftId });
  await give();
  await takeOverDraft(stage.as("dana"), { draftId });
  expect((await getDeskDraft(stage.as("bo"), draftId)).handover).toBeNull();
  expect((await kindsOf(stage.store, draftId)).at(-1)).toBe("hold.taken_over");
});

it("is over when the receiver leaves: whoever opens the draft next holds it", async () => {
  await give();
  await takeHold(stage.as("bo"), { draftId });
  await deactivatePerson(stage.as("ines"), { userId: CAST.bo.id, takeOver: {} });
  expect(await listHolds(stage.as("ada"))).toEqual([]);
  expect((await getDeskDraft(stage.as("ada"), draftId)).handover).toBeNull();
  await takeHold(stage.as("ada"), { draftId });
});

it("is refused where the receiver may not decide, may not see the source, or it is one’s own", async () => {
  await expect(give(CAST.hugo.id)).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringContaining("Hugo Marchetti may not decide on this draft."),
  });
  await expect(give(CAST.ada.id)).rejects.toMatchObject({ code: "invalid" });
  await expect(give("usr_nobody")).rejects.toMatchObject({ code: "invalid" });
  const hidden = await stageDraft(stage, { visibility: "private", text: `${NOTES}x` });
  await expect(
    handOverDraft(stage.as("ada"), { draftId: hidden.draftId, toId: CAST.bo.id }),
  ).rejects.toMatchObject({ message: "The source of this draft is not shared with Bo Tran." });
  await expect(handOverDraft(stage.as("hugo"), { draftId, toId: CAST.bo.id })).rejects.toMatchObject({
    code: "forbidden",
  });
});

it("loses against an approval that came first", async () => {
  const lost = await loserOf(
    { ctx: stage.as("bo"), act: (ctx) => approveDraft(ctx, { draftId, revision: 1 }) },
    { ctx: stage.as("ada"), act: (ctx) => approveDraft(ctx, { draftId, revision: 1 }) },
  );
  expect(lost).toMatchObject({ code: "conflict" });
  await expect(give()).rejects.toMatchObject({ code: "conflict" });
});

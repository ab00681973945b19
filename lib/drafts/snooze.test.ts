import { beforeEach, expect, it } from "vitest";
import { type Stage, setStage } from "#e2e/support/cast";
import { countOf } from "#e2e/support/count";
import { NOTES, stageDraft } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { approveDraft } from "#lib/drafts/approve-draft";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { listHolds } from "#lib/drafts/hold-queries";
import { countQueue, decidableDrafts, listDecidable, listQueue } from "#lib/drafts/queue-queries";
import { snoozeDraft, wakeDraft } from "#lib/drafts/snooze-draft";
import { sweepSnoozes } from "#lib/drafts/sweep-snoozes";
import { takeHold } from "#lib/drafts/take-hold";

let stage: Stage;
let first: string;
let second: string;
beforeEach(async () => {
  stage = await setStage();
  first = (await stageDraft(stage)).draftId;
  stage.clock.advance(60_000);
  second = (await stageDraft(stage, { text: `${NOTES}x` })).draftId;
});

const queue = async (who: "ada" | "bo", show?: "snoozed") =>
  (await listQueue(stage.as(who), { show })).rows.map(({ id }) => id);
const HOUR_MS = 3_600_000;

it("leaves one’s own queue until then, and comes back on top of it with a mark", async () => {
  await takeHold(stage.as("ada"), { draftId: second });
  const { until } = await snoozeDraft(stage.as("ada"), { draftId: second, until: "later_today" });
  expect(await queue("ada")).toEqual([first]);
  expect(await queue("bo")).toEqual([first, second]);
  expect(await queue("ada", "snoozed")).toEqual([second]);
  expect(await countQueue(stage.as("ada"))).toMatchObject({ handed: 0, snoozed: 1 });
  expect(await countOf(stage.as("ada"), decidableDrafts)).toBe(1);
  expect((await listDecidable(stage.as("ada"), 9)).map(({ id }) => id)).toEqual([first]);
  expect(await listHolds(stage.as("bo"))).toEqual([]);

  stage.clock.advance(6 * HOUR_MS);
  expect(await queue("ada")).toEqual([second, first]);
  expect((await listQueue(stage.as("ada"))).rows[0]?.snoozedUntil).toBe(until);
  expect(await queue("ada", "snoozed")).toEqual([]);
  expect(await countOf(stage.as("ada"), decidableDrafts)).toBe(2);
});

it("is told to open pages when its time has come, once", async () => {
  await snoozeDraft(stage.as("ada"), { draftId: first, until: "later_today" });
  await sweepSnoozes(stage.system);
  expect((await kindsOf(stage.store, first)).at(-1)).toBe("draft.snoozed");
  stage.clock.advance(6 * HOUR_MS);
  await Promise.all([sweepSnoozes(stage.system), sweepSnoozes(stage.system)]);
  await sweepSnoozes(stage.system);
  expect((await kindsOf(stage.store, first)).filter((kind) => kind === "draft.woken")).toHaveLength(1);
});

it("is undone by waking it, and can’t be woken twice", async () => {
  await snoozeDraft(stage.as("ada"), { draftId: first, until: "next_monday" });
  await wakeDraft(stage.as("ada"), { draftId: first });
  expect(await queue("ada")).toEqual([first, second]);
  expect((await getDeskDraft(stage.as("ada"), first)).snoozedUntil).toBeNull();
  await expect(wakeDraft(stage.as("ada"), { draftId: first })).rejects.toMatchObject({ code: "conflict" });
});

it("is refused for a time that has passed, for viewers, and for what is decided", async () => {
  const at = { day: "2020-01-01", time: "09:00" };
  await expect(snoozeDraft(stage.as("ada"), { draftId: first, until: at })).rejects.toMatchObject({
    code: "invalid",
  });
  const far = { day: "2036-01-01", time: "09:00" };
  await expect(snoozeDraft(stage.as("ada"), { draftId: first, until: far })).rejects.toMatchObject({
    code: "invalid",
  });
  const tomorrow = { draftId: first, until: "tomorrow" } as const;
  await expect(snoozeDraft(stage.as("hugo"), tomorrow)).rejects.toMatchObject({ code: "forbidden" });
  await approveDraft(stage.as("bo"), { draftId: first, revision: 1 });
  await expect(snoozeDraft(stage.as("ada"), tomorrow)).rejects.toMatchObject({ code: "conflict" });
});

import { beforeEach, expect, it } from "vitest";
import { reviews } from "#drizzle/schema/schema";
import { type Stage, setStage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { approveDraft } from "#lib/drafts/approve-draft";
import type { MeasuredReading } from "#lib/drafts/reading";
import { UNREAD_IN_A_ROW } from "#lib/drafts/reading";
import { rejectDraft } from "#lib/drafts/reject-draft";
import { getReviewFigures, getUnreadStreak } from "#lib/drafts/review-figures";
import { getRevision } from "#lib/drafts/revision-queries";

const HOUR_MS = 3_600_000;
const QUICK = { activeMs: 100, shown: [] };
const READ = { activeMs: 300_000, shown: [] };

let stage: Stage;
let told = 0;
beforeEach(async () => {
  stage = await setStage();
});

async function approve(reading: MeasuredReading | "looked" | undefined, after = HOUR_MS / 6): Promise<void> {
  told += 1;
  const { draftId } = await stageDraft(stage, {
    text: `Meeting ${told}\nACTION: Bo to call the pilot customer ${told}\n`,
  });
  stage.clock.advance(after);
  const shown = (await getRevision(stage.store.raw, draftId, 1)).map(({ id }) => id);
  await approveDraft(stage.as("ada"), {
    draftId,
    revision: 1,
    reading: reading === "looked" ? { ...QUICK, shown } : reading,
  });
}

it("keeps the time a page measured, cut to what is possible", async () => {
  await approve({ activeMs: 2_000_000_000, shown: [] }, 60_000);
  expect(await stage.store.raw.select().from(reviews)).toMatchObject([
    { activeMs: 60_000, evidenceShown: 0, unread: false },
  ]);
});

it("says what nobody can have read, and nothing of what nobody measured", async () => {
  await approve(QUICK);
  await approve("looked");
  await approve(undefined);
  const kept = await stage.store.raw.select().from(reviews).orderBy(reviews.createdAt);
  expect(kept.map(({ unread }) => unread)).toEqual([true, false, null]);
  expect(kept.map(({ evidenceShown }) => evidenceShown)).toEqual([0, 1, null]);
});

it("refuses a time that is no time", async () => {
  for (const activeMs of [-1, 1.5, Number.NaN, 1e12])
    await expect(approve({ activeMs, shown: [] })).rejects.toBeInstanceOf(Error);
});

it("tells leaders how many approvals were too quick and the median of all reviews, and others nothing", async () => {
  for (const reading of [QUICK, QUICK, READ, undefined]) await approve(reading);
  const { draftId } = await stageDraft(stage, { text: "No meeting\nACTION: Bo to buy milk\n" });
  stage.clock.advance(HOUR_MS);
  await rejectDraft(stage.as("bo"), {
    draftId,
    revision: 1,
    reason: "Milk",
    reading: { activeMs: 5000, shown: [] },
  });
  const hidden = await stageDraft(stage, {
    by: "bo",
    visibility: "private",
    text: "Mine\nACTION: Bo to rest\n",
  });
  await approveDraft(stage.as("bo"), { draftId: hidden.draftId, revision: 1, reading: QUICK });
  const since = new Date(stage.clock.now().getTime() - 7 * 24 * HOUR_MS);
  expect(await getReviewFigures(stage.as("ada"), since)).toEqual({ approvals: 3, unread: 2, medianMs: 2550 });
  expect(await getReviewFigures(stage.as("bo"), since)).toBeNull();
  expect(await getReviewFigures(stage.as("hugo"), since)).toBeNull();
  const later = new Date(stage.clock.now().getTime() + 1);
  expect(await getReviewFigures(stage.as("ada"), later)).toBeNull();
});

it("counts a person’s own unread approvals in a row, until one is read or an hour is over", async () => {
  for (let n = 0; n < UNREAD_IN_A_ROW + 1; n += 1) await approve(QUICK, 1000);
  expect(await getUnreadStreak(stage.as("ada"))).toBe(UNREAD_IN_A_ROW);
  expect(await getUnreadStreak(stage.as("bo"))).toBe(0);
  await approve(READ, 400_000);
  expect(await getUnreadStreak(stage.as("ada"))).toBe(0);
  await approve(QUICK, 1000);
  expect(await getUnreadStreak(stage.as("ada"))).toBe(1);
  stage.clock.advance(HOUR_MS + 1);
  expect(await getUnreadStreak(stage.as("ada"))).toBe(0);
});

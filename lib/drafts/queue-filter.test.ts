import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { drafts } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { NOTES, stageDraft } from "#e2e/support/drafts";
import { countKept, countQueue, listQueue } from "#lib/drafts/queue-queries";
import type { QueueFilter } from "#lib/drafts/schema";
import { listSeriesNames } from "#lib/series/queries";

let stage: Stage;
let adas: string;
let bos: string;
beforeEach(async () => {
  stage = await setStage();
  adas = (await stageDraft(stage)).draftId;
  stage.clock.advance(1000);
  bos = (await stageDraft(stage, { by: "bo", text: `${NOTES}x` })).draftId;
});

const shown = async (filter: QueueFilter) =>
  (await listQueue(stage.as("ada"), filter)).rows.map(({ id }) => id);

it("narrows the queue down to a part, a workflow and who brought it in", async () => {
  expect(await shown({})).toEqual([adas, bos]);
  expect(await shown({ show: "mine" })).toEqual([adas]);
  expect(await shown({ by: CAST.bo.id })).toEqual([bos]);
  expect(await shown({ workflow: "meeting-notes", by: CAST.ada.id })).toEqual([adas]);
  expect(await shown({ workflow: "standup" })).toEqual([]);
  expect(await shown({ show: "untraced" })).toEqual([]);
  await stage.store.raw
    .update(drafts)
    .set({ counts: { kept: {}, untraced: 2 } })
    .where(eq(drafts.id, bos));
  expect(await shown({ show: "untraced" })).toEqual([bos]);
  expect(await countQueue(stage.as("ada"))).toEqual({
    waiting: 2,
    mine: 1,
    handed: 0,
    untraced: 1,
    snoozed: 0,
  });
});

it("narrows the queue down to a series, and counts what a kept filter shows", async () => {
  const weekly = await stageDraft(stage, { text: `${NOTES}y`, series: "Weekly" });
  const [{ id: series } = { id: "" }] = await listSeriesNames(stage.as("ada"));
  expect(await shown({ series })).toEqual([weekly.draftId]);
  expect(await shown({ series, by: CAST.bo.id })).toEqual([]);
  expect(await shown({ series: "ser_none" })).toEqual([]);
  const kept = [
    { id: "flt_1", name: "Weekly", filter: { show: "waiting", series } as const },
    { id: "flt_2", name: "From Bo", filter: { show: "waiting", by: CAST.bo.id } as const },
  ];
  expect((await countKept(stage.as("ada"), kept)).map(({ count }) => count)).toEqual([1, 1]);
  expect(await countKept(stage.as("ada"), [])).toEqual([]);
});

it("refuses a part that there isn’t", async () => {
  await expect(listQueue(stage.as("ada"), JSON.parse('{"show":"all"}'))).rejects.toMatchObject({
    name: "ZodError",
  });
});

import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { series, sources } from "#drizzle/schema/schema";
import { type Stage, setStage } from "#e2e/support/cast";
import { NOTES, stageDraft, storeNotes } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { loserOf } from "#e2e/support/race";
import { approveDraft } from "#lib/drafts/approve-draft";
import type { UserCtx } from "#lib/events/context";
import { moveSource } from "#lib/series/move-source";
import { findSeriesOf, getSeries, listSeries, listSeriesNames } from "#lib/series/queries";
import { renameSeries } from "#lib/series/rename-series";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const WEEKLY = "Release planning";

async function storeIn(name: string, more: Parameters<typeof storeNotes>[1] = {}): Promise<string> {
  const { sourceId } = await storeNotes(stage, { series: name, ...more });
  const found = await findSeriesOf(stage.as(more.by ?? "ada"), sourceId);
  if (!found) throw new Error("The meeting is in no series.");
  return found.id;
}

describe("storing a meeting of a series", () => {
  it("begins it, and finds it again whatever its case and signs", async () => {
    const first = await storeIn(WEEKLY);
    const second = await storeIn("release–planning", { text: `${NOTES} Again.` });
    expect(second).toBe(first);
    expect(await kindsOf(stage.store, first)).toEqual(["series.made"]);
    expect(await listSeriesNames(stage.as("bo"))).toMatchObject([{ name: WEEKLY }]);
  });

  it("begins another one where somebody’s of that name is not shared", async () => {
    const hers = await storeIn(WEEKLY, { visibility: "private" });
    const his = await storeIn(WEEKLY, { by: "bo", text: `${NOTES} His.`, visibility: "private" });
    expect(his).not.toBe(hers);
    expect(await listSeriesNames(stage.as("bo"))).toMatchObject([{ name: WEEKLY }]);
    await expect(getSeries(stage.as("bo"), hers)).rejects.toMatchObject({ code: "not_found" });
  });

  it("begins one series where two people begin it at once", async () => {
    await Promise.all([storeIn(WEEKLY), storeIn(WEEKLY, { by: "bo", text: `${NOTES} His.` })]);
    expect(await stage.store.raw.select().from(series)).toHaveLength(1);
  });
});

describe("a series", () => {
  it("shows the meetings one may see, with what is next", async () => {
    const { draftId } = await stageDraft(stage, { series: WEEKLY });
    await approveDraft(stage.as("ada"), { draftId, revision: 1 });
    const waiting = await stageDraft(stage, { series: WEEKLY, text: `${NOTES} Next.`, heldOn: "2026-11-21" });
    await storeNotes(stage, { series: WEEKLY, text: `${NOTES} Hers.`, visibility: "private" });
    const { rows } = await listSeries(stage.as("bo"));
    expect(rows).toMatchObject([
      {
        name: WEEKLY,
        meetings: 2,
        lastHeldOn: "2026-11-21",
        openActions: 2,
        waiting: { draftId: waiting.draftId },
        next: { text: expect.any(String) },
      },
    ]);
    const { meetings } = await getSeries(stage.as("bo"), rows[0]?.id ?? "");
    expect(meetings.map(({ heldOn }) => heldOn)).toEqual(["2026-11-21", "2026-11-20"]);
    expect(meetings.map(({ draft }) => draft?.state)).toEqual(["pending", "approved"]);
    expect((await listSeries(stage.as("ada"))).rows).toMatchObject([{ meetings: 3 }]);
  });
});

describe("renaming a series", () => {
  it("keeps the name and the event", async () => {
    const seriesId = await storeIn(WEEKLY);
    await renameSeries(stage.as("ada"), { seriesId, version: 1, name: "Weekly release" });
    expect(await getSeries(stage.as("bo"), seriesId)).toMatchObject({ name: "Weekly release", version: 2 });
    expect(await kindsOf(stage.store, seriesId)).toEqual(["series.made", "series.renamed"]);
  });

  it("is for who made it, leaders and admins, and not to another’s name", async () => {
    const seriesId = await storeIn(WEEKLY);
    const ask = { seriesId, version: 1, name: "Mine" };
    await expect(renameSeries(stage.as("bo"), ask)).rejects.toMatchObject({ code: "forbidden" });
    await storeIn("Board", { text: `${NOTES} Board.` });
    await expect(renameSeries(stage.as("ada"), { ...ask, name: "board" })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  it("tells the slower of two", async () => {
    const seriesId = await storeIn(WEEKLY);
    const act = (name: string) => (ctx: UserCtx) => renameSeries(ctx, { seriesId, version: 1, name });
    const lost = await loserOf(
      { ctx: stage.as("ada"), act: act("One") },
      { ctx: stage.as("ines"), act: act("Two") },
    );
    expect(lost).toMatchObject({ code: "conflict" });
  });
});

describe("moving a meeting", () => {
  it("puts it into another series, or none, with its event", async () => {
    const { sourceId } = await storeNotes(stage, { series: WEEKLY });
    const from = (await findSeriesOf(stage.as("ada"), sourceId))?.id ?? null;
    const { seriesId } = await moveSource(stage.as("ada"), { sourceId, from, to: "Board" });
    expect(await findSeriesOf(stage.as("bo"), sourceId)).toEqual({ id: seriesId, name: "Board" });
    await moveSource(stage.as("ada"), { sourceId, from: seriesId, to: null });
    expect(await findSeriesOf(stage.as("bo"), sourceId)).toBeNull();
    expect(await kindsOf(stage.store, sourceId)).toEqual(["source.stored", "source.moved", "source.moved"]);
    expect((await listSeries(stage.as("ada"))).rows).toEqual([]);
  });

  it("is for who brought it in, leaders and admins", async () => {
    const { sourceId } = await storeNotes(stage);
    await expect(moveSource(stage.as("dana"), { sourceId, from: null, to: WEEKLY })).rejects.toMatchObject({
      code: "forbidden",
    });
    const [row] = await stage.store.raw.select().from(sources).where(eq(sources.id, sourceId));
    expect(row?.seriesId).toBeNull();
  });

  it("tells the slower of two where it is now", async () => {
    const { sourceId } = await storeNotes(stage);
    const act = (to: string) => (ctx: UserCtx) => moveSource(ctx, { sourceId, from: null, to });
    const lost = await loserOf(
      { ctx: stage.as("ada"), act: act("One") },
      { ctx: stage.as("ines"), act: act("Two") },
    );
    expect(lost).toMatchObject({ code: "conflict", message: expect.stringMatching(/“(One|Two)”/) });
  });
});

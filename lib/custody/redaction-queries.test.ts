import { beforeEach, describe, expect, it } from "vitest";
import { actions, draftSources, events } from "#drizzle/schema/schema";
import { type Stage, setStage } from "#e2e/support/cast";
import { NOTES, stageDraft, storeNotes } from "#e2e/support/drafts";
import { redactSource } from "#lib/custody/redact-source";
import { previewRedaction } from "#lib/custody/redaction-queries";
import { approveDraft } from "#lib/drafts/approve-draft";
import { editDraft } from "#lib/drafts/edit-draft";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const WORDS = "the Hollis set";
const NOTHING = { points: 0, records: 0, first: [], more: 0 };
const PAGE = { points: 0, records: 1, first: ["Release 4.3 planning"], more: 0 };

const look = (sourceId: string, words = WORDS) => previewRedaction(stage.as("ada"), { sourceId, words });

async function approve(draftId: string, revision = 1) {
  await approveDraft(stage.as("ada"), { draftId, revision });
}

describe("what taking words out would touch", () => {
  it("is told before, in the first few texts, and is what then goes; telling changes nothing", async () => {
    const { sourceId, draftId } = await stageDraft(stage);
    await approve(draftId);
    const before = await stage.store.raw.$count(events);
    const preview = await look(sourceId);
    expect(preview).toMatchObject({ places: 1, named: false, masked: PAGE });
    expect(preview.written).toMatchObject({ points: 1, records: 1, more: 0 });
    expect(preview.written.first).toEqual([expect.stringContaining("two-pass merge")]);
    expect(await stage.store.raw.$count(events)).toBe(before);

    const done = await redactSource(stage.as("ada"), { sourceId, words: WORDS, points: "drop" });
    expect(done).toEqual({ places: preview.places, points: preview.written.points });
    expect(await stage.store.raw.$count(actions)).toBe(1);
    await expect(look(sourceId)).rejects.toMatchObject({ code: "invalid" });
  });

  it("tells what was written from their sentences from what only has the words", async () => {
    const { sourceId, draftId } = await stageDraft(stage);
    const text = "Tell the pilot customer about the Hollis set";
    await editDraft(stage.as("ada"), { draftId, revision: 1, changes: [{ statementId: "a2", text }] });
    const waiting = { written: { points: 1, records: 0 }, masked: { points: 1, records: 0, first: [text] } };
    expect(await look(sourceId)).toMatchObject(waiting);
    await approve(draftId, 2);
    const { written, masked } = await look(sourceId);
    expect(written).toMatchObject({ points: 1, records: 1 });
    expect(masked).toEqual({ points: 1, records: 2, first: [text, "Release 4.3 planning"], more: 0 });
  });

  it("gives the number of what it doesn’t show: the rest of many, and all of a draft that is hidden", async () => {
    const calls = ["Aurea", "Brix", "Corda", "Delfin", "Elvo"];
    const text = `${NOTES}${calls.map((name) => `ACTION: Bo to call the customer ${name}\n`).join("")}`;
    const { sourceId, draftId } = await stageDraft(stage, { text });
    await approve(draftId);
    const many = await look(sourceId, "to call the customer");
    expect(many.written).toMatchObject({ points: 5, records: 5, more: 1 });
    expect(many.written.first).toHaveLength(4);
    const hidden = await storeNotes(stage, { by: "bo", visibility: "private", text: "Bo’s own notes." });
    await stage.store.raw.insert(draftSources).values({ draftId, sourceId: hidden.sourceId, version: 1 });
    const { written, masked } = await look(sourceId);
    expect(written).toEqual({ points: 1, records: 1, first: [], more: 1 });
    expect(masked).toEqual({ ...PAGE, first: [], more: 1 });
  });

  it("is nothing for words that stand only in the title", async () => {
    const { sourceId } = await storeNotes(stage, { title: "For Zora Quist" });
    const preview = await look(sourceId, "Zora Quist");
    expect(preview).toEqual({ places: 0, named: true, written: NOTHING, masked: NOTHING });
  });

  it("is refused as taking them out is", async () => {
    const { sourceId } = await stageDraft(stage);
    await expect(look(sourceId, "the Harris set")).rejects.toThrow("don’t stand in the source");
    await expect(look(sourceId, "a")).rejects.toThrow("Give the words");
    for (const who of ["bo", "hugo"] as const) {
      const ask = previewRedaction(stage.as(who), { sourceId, words: WORDS });
      await expect(ask).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { NOTES, stageDraft } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { loserOf } from "#e2e/support/race";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { editDraft } from "#lib/drafts/edit-draft";
import { joinStatements } from "#lib/drafts/join-statements";
import { splitStatement } from "#lib/drafts/split-statement";
import { undoEdit } from "#lib/drafts/undo-edit";

let stage: Stage;
let draftId: string;
let sourceId: string;
beforeEach(async () => {
  stage = await setStage();
  ({ draftId, sourceId } = await stageDraft(stage));
});

const ada = () => stage.as("ada");
const desk = () => getDeskDraft(ada(), draftId);
const actionIds = async () =>
  (await desk()).statements.filter(({ section }) => section === "actions").map(({ id }) => id) as [
    string,
    string,
  ];
const placesOf = async (id: string) =>
  (await desk()).evidence.filter((place) => place.statementId === id).map(({ start, end }) => [start, end]);

describe("splitting a statement", () => {
  it("makes two with the same quote, person and date, and the first keeps its id", async () => {
    const [id] = await actionIds();
    const before = await placesOf(id);
    const texts: [string, string] = ["Run the merge", "Tell Bo what came of it"];
    const { statements, revision } = await splitStatement(ada(), {
      draftId,
      revision: 1,
      statementId: id,
      texts,
    });
    expect(revision).toBe(2);
    const at = statements.findIndex((one) => one.id === id);
    const [first, second] = [statements[at], statements[at + 1]];
    expect([first?.text, second?.text]).toEqual(texts);
    expect(second).toMatchObject({ section: "actions", person: first?.person, due: first?.due });
    expect(await placesOf(second?.id ?? "")).toEqual(before);
    expect(await placesOf(id)).toEqual(before);
    expect(await kindsOf(stage.store, draftId)).toContain("draft.edited");
  });

  it("never gives an id twice, not even one that an undo took away", async () => {
    const [id] = await actionIds();
    const split = (revision: number) =>
      splitStatement(ada(), { draftId, revision, statementId: id, texts: ["One", "Two"] });
    const first = await split(1);
    await undoEdit(ada(), { draftId, revision: 2 });
    const again = await split(3);
    const newIds = [first, again].map(({ statements }) => statements.find(({ text }) => text === "Two")?.id);
    expect(new Set(newIds).size).toBe(2);
  });
});

describe("merging two statements", () => {
  it("keeps the quotes of both, and the first one’s id, person and date", async () => {
    const [one, other] = await actionIds();
    const places = [...(await placesOf(one)), ...(await placesOf(other))];
    const join = {
      draftId,
      revision: 1,
      statementId: one,
      withId: other,
      text: "Run it, and tell the pilot",
    };
    const { statements } = await joinStatements(ada(), join);
    expect(statements.some(({ id }) => id === other)).toBe(false);
    expect(statements.find(({ id }) => id === one)).toMatchObject({
      text: "Run it, and tell the pilot",
      person: { id: CAST.dana.id },
    });
    expect(await placesOf(one)).toEqual(places);
    expect(await placesOf(other)).toEqual([]);
    await undoEdit(ada(), { draftId, revision: 2 });
    expect(await actionIds()).toEqual([one, other]);
  });

  it("takes only two of one section, from who may decide, and has one winner", async () => {
    const [one, other] = await actionIds();
    const question = (await desk()).statements.find(({ section }) => section === "questions")?.id ?? "";
    const join = { draftId, revision: 1, statementId: one, withId: other, text: "Both" };
    await expect(joinStatements(ada(), { ...join, withId: question })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(joinStatements(stage.as("hugo"), join)).rejects.toMatchObject({ code: "forbidden" });
    const split = { draftId, revision: 1, statementId: one, texts: ["One", "Two"] as [string, string] };
    await expect(splitStatement(stage.as("hugo"), split)).rejects.toMatchObject({ code: "forbidden" });
    const lost = await loserOf(
      { ctx: ada(), act: (ctx) => joinStatements(ctx, join) },
      { ctx: stage.as("bo"), act: (ctx) => splitStatement(ctx, split) },
    );
    expect(lost).toMatchObject({ code: "conflict" });
  });
});

describe("undoing an edit", () => {
  it("goes one change further each time it is asked, and stops at what was written first", async () => {
    const [id] = await actionIds();
    const textNow = async () => (await desk()).statements.find((one) => one.id === id)?.text;
    const first = await textNow();
    const edit = (revision: number, text: string) =>
      editDraft(ada(), { draftId, revision, changes: [{ statementId: id, text }] });
    await edit(1, "Second");
    await edit(2, "Third");
    await undoEdit(ada(), { draftId, revision: 3 });
    expect(await textNow()).toBe("Second");
    await edit(4, "Fourth");
    await undoEdit(ada(), { draftId, revision: 5 });
    expect(await textNow()).toBe("Second");
    await undoEdit(ada(), { draftId, revision: 6 });
    expect(await textNow()).toBe(first);
    expect((await desk()).mayUndo).toBe(false);
    await expect(undoEdit(ada(), { draftId, revision: 7 })).rejects.toMatchObject({ code: "invalid" });
    expect(await kindsOf(stage.store, draftId)).toContain("draft.restored");
  });

  it("is refused to who may not decide, and to the slower of two", async () => {
    const [id] = await actionIds();
    await editDraft(ada(), { draftId, revision: 1, changes: [{ statementId: id, kept: false }] });
    await expect(undoEdit(stage.as("hugo"), { draftId, revision: 2 })).rejects.toMatchObject({
      code: "forbidden",
    });
    const lost = await loserOf(
      { ctx: ada(), act: (ctx) => undoEdit(ctx, { draftId, revision: 2 }) },
      { ctx: stage.as("bo"), act: (ctx) => undoEdit(ctx, { draftId, revision: 2 }) },
    );
    expect(lost).toMatchObject({ code: "conflict" });
  });
});

describe("adding what is selected", () => {
  const words = "ran out on Monday";
  const start = NOTES.indexOf(words);
  const add = (place: object) =>
    editDraft(ada(), {
      draftId,
      revision: 1,
      changes: [],
      add: { section: "actions", sourceId, start, end: start + words.length, ...place },
    });

  it("takes the words exactly as they stand, with the sentence around them", async () => {
    const { statements, evidence } = await add({
      quote: words,
      start: start - 1,
      end: start + words.length + 0,
    });
    const added = statements.at(-1);
    const place = evidence.find(({ statementId }) => statementId === added?.id);
    expect(NOTES.slice(place?.start, place?.end)).toBe(words);
    expect(NOTES.slice(place?.sentenceStart, place?.sentenceEnd)).toContain(
      "The staging certificate ran out",
    );
  });

  it("finds them where the page counted otherwise, and refuses what isn’t there", async () => {
    const { evidence } = await add({ quote: words, start: start + 7, end: start + 7 + words.length });
    expect(evidence.some((place) => place.start === start)).toBe(true);
    await expect(
      editDraft(ada(), {
        ...{ draftId, revision: 2, changes: [] },
        add: { section: "actions", sourceId, start: 0, end: 5, quote: "words that nobody wrote" },
      }),
    ).rejects.toMatchObject({ code: "invalid" });
  });
});

import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { drafts, revisions, users } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { editDraft } from "#lib/drafts/edit-draft";

let stage: Stage;
let draftId: string;
beforeEach(async () => {
  stage = await setStage();
  ({ draftId } = await stageDraft(stage));
});

const seen = (revision = 1) => ({ draftId, revision });
const stored = async () => (await stage.store.raw.select().from(drafts).where(eq(drafts.id, draftId)))[0];
const firstAction = async () => {
  const draft = await getDeskDraft(stage.as("ada"), draftId);
  const action = draft.statements.find((statement) => statement.section === "actions");
  if (!action) throw new Error("The draft has no action.");
  return action;
};

describe("editing", () => {
  it("calls a person what the roster calls them, and takes nobody who has left", async () => {
    const { id: statementId } = await firstAction();
    const give = (person: { id: string | null; name: string }) =>
      editDraft(stage.as("ada"), { ...seen(), changes: [{ statementId, person }] });
    await stage.store.raw
      .update(users)
      .set({ deactivatedAt: stage.clock.now() })
      .where(eq(users.id, CAST.dana.id));
    await expect(give({ id: CAST.dana.id, name: CAST.dana.name })).rejects.toMatchObject({ code: "invalid" });
    const { statements } = await give({ id: CAST.bo.id, name: "The CEO\u202E" });
    expect(statements.find(({ id }) => id === statementId)?.person?.name).toBe(CAST.bo.name);
  });

  it.each([
    { text: "lone \ud800", kept: "lone \ufffd" },
    { text: "a\u202Eb\0c", kept: "ab c" },
  ])("stores $text in characters that can be stored and read", async ({ text, kept }) => {
    const { id: statementId } = await firstAction();
    const { statements } = await editDraft(stage.as("ada"), { ...seen(), changes: [{ statementId, text }] });
    expect(statements.find(({ id }) => id === statementId)?.text).toBe(kept);
  });

  it("writes the next revision and keeps the ones before", async () => {
    const action = await firstAction();
    const change = {
      statementId: action.id,
      person: { id: CAST.bo.id, name: CAST.bo.name },
      dueOn: "2026-12-01",
    };
    const edited = await editDraft(stage.as("ada"), { ...seen(), changes: [change] });
    expect(edited.revision).toBe(2);
    expect(edited.statements.find((statement) => statement.id === action.id)).toMatchObject({
      person: { id: CAST.bo.id, basis: "set" },
      due: { on: "2026-12-01", basis: "set" },
    });
    const kept = await stage.store.raw
      .select()
      .from(revisions)
      .where(eq(revisions.draftId, draftId))
      .orderBy(revisions.number);
    expect(kept.map(({ number, authorId }) => [number, authorId])).toEqual([
      [1, null],
      [2, CAST.ada.id],
    ]);
    expect(await kindsOf(stage.store, draftId)).toContain("draft.edited");
  });

  it("makes a sentence that became nothing a statement with its evidence", async () => {
    const draft = await getDeskDraft(stage.as("ada"), draftId);
    const [source] = draft.sources;
    const sentence = source?.unmatched.at(-1);
    if (!source || !sentence) throw new Error("Every sentence became something.");
    const add = { section: "actions", sourceId: source.id, start: sentence.start, end: sentence.end };
    const edited = await editDraft(stage.as("ada"), { ...seen(), changes: [], add });
    const added = edited.statements.at(-1);
    expect(added).toMatchObject({ section: "actions", kept: true, trace: "stated" });
    expect(edited.evidence.find((place) => place.statementId === added?.id)).toMatchObject({
      start: sentence.start,
    });
  });

  it("takes who says an added sentence for its owner, and the day it names for when it is due", async () => {
    const text = "Dana: hello\nBo: I could look at the sync test by Friday\nDana: fine\nBo: so be it\n";
    const said = await stageDraft(stage, { by: "ada", attendees: ["Bo Tran", "Dana Weiss"], text });
    const { sources } = await getDeskDraft(stage.as("ada"), said.draftId);
    const start = text.indexOf("I could");
    const add = {
      section: "actions",
      sourceId: sources[0]?.id ?? "",
      start,
      end: text.indexOf("\nDana: fine"),
    };
    const edited = await editDraft(stage.as("ada"), { draftId: said.draftId, revision: 1, changes: [], add });
    expect(edited.statements.at(-1)).toMatchObject({
      person: { id: CAST.bo.id, basis: "stated" },
      due: { phrase: "Friday", basis: "stated" },
    });
  });

  it("refuses unknown statements, unknown people and sentences that aren't there", async () => {
    const action = await firstAction();
    const by = stage.as("ada");
    const nobody = { statementId: action.id, person: { id: "usr_gone", name: "Gone" } };
    await expect(
      editDraft(by, { ...seen(), changes: [{ statementId: "zz", kept: false }] }),
    ).rejects.toMatchObject({ code: "invalid" });
    await expect(editDraft(by, { ...seen(), changes: [nobody] })).rejects.toMatchObject({ code: "invalid" });
    const draft = await getDeskDraft(by, draftId);
    const add = { section: "actions", sourceId: draft.sources[0]?.id ?? "", start: 1e6, end: 2e6 };
    await expect(editDraft(by, { ...seen(), changes: [], add })).rejects.toMatchObject({ code: "invalid" });
  });

  it("has one winner where two edit the same revision, and is refused to viewers", async () => {
    const action = await firstAction();
    const change = (text: string) => ({ ...seen(), changes: [{ statementId: action.id, text }] });
    await expect(editDraft(stage.as("hugo"), change("Hugo's"))).rejects.toMatchObject({ code: "forbidden" });
    const answers = await Promise.allSettled([
      editDraft(stage.as("ada"), change("Ada's words")),
      editDraft(stage.as("bo"), change("Bo's words")),
    ]);
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    expect(await stored()).toMatchObject({ currentRevision: 2 });
  });
});

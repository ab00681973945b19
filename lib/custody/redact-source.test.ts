import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import {
  actions,
  deliveries,
  documents,
  drafts,
  revisions,
  rewrites,
  runs,
  series,
  sources,
} from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { NOTES, stageDraft, storeNotes } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { everythingKept } from "#e2e/support/everything-kept";
import { REDACTED_STATEMENT } from "#lib/custody/redact-draft";
import { redactSource } from "#lib/custody/redact-source";
import { approveDraft } from "#lib/drafts/approve-draft";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { handOverDraft } from "#lib/drafts/hand-over-draft";
import { storeSource } from "#lib/intake/store-source";
import { rulesWriter } from "#lib/llm/rules-writer";
import { listDraftQuotes } from "#lib/records/quotes";
import { performRun } from "#lib/runs/perform-run";
import { rewriteDraft } from "#lib/runs/rewrite-draft";
import { correctSource } from "#lib/sources/correct-source";

const FILING = { export: { send: async () => ({ ended: "sent" as const }) } };
/** A host that repeats what it was sent. */
const REFUSED = {
  kind: "bad_request",
  sentence: "The host refused the request. It said: “the Hollis set is too long”",
};

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const WORDS = "the Hollis set";
const out = (sourceId: string, points: "keep" | "drop" = "keep", words = WORDS) =>
  redactSource(stage.as("ada"), { sourceId, words, points });

async function approved() {
  const staged = await stageDraft(stage);
  await approveDraft({ ...stage.as("ada"), channels: FILING }, { draftId: staged.draftId, revision: 1 });
  await stage.store.raw.update(runs).set({ error: REFUSED });
  return staged;
}

describe("taking words out of a source", () => {
  it("takes them out of everything that was written from it, and every quote stays in its place", async () => {
    const { sourceId, draftId } = await approved();
    const before = await listDraftQuotes(stage.as("ada"), draftId);
    expect(await out(sourceId)).toEqual({ places: 1, points: 0 });
    expect(await everythingKept(stage.store)).not.toContain("Hollis");
    expect(await stage.store.raw.select().from(actions)).toHaveLength(2);
    const after = await listDraftQuotes(stage.as("ada"), draftId);
    for (const [statementId, quotes] of before) {
      const masked = quotes.map(({ quoted }) => quoted.replace(WORDS, "█".repeat(WORDS.length)));
      expect(after.get(statementId)?.map(({ quoted }) => quoted)).toEqual(masked);
    }
    expect(await kindsOf(stage.store, sourceId)).toEqual(["source.stored", "source.redacted"]);
    expect(await kindsOf(stage.store, draftId)).toContain("draft.redacted");
  });

  it("takes them out whatever the capitals and line breaks they are written with elsewhere", async () => {
    const { sourceId } = await approved();
    await out(sourceId, "keep", "RELEASE\n4.3");
    expect(await everythingKept(stage.store)).not.toMatch(/release.4.3/i);
    const [left] = await stage.store.raw.select({ recipient: deliveries.recipient }).from(deliveries);
    expect(left?.recipient).toMatch(/^2026-11-20-[a-z0-9]{4}\.md$/);
  });

  it("takes them out of the title and the name of the file that a source came as", async () => {
    const { sourceId } = await storeSource(stage.as("ada"), {
      workflow: "meeting-notes",
      title: `What ${WORDS} needs`,
      text: NOTES,
      fileName: `${WORDS}.md`,
      heldOn: "2026-11-20",
      timeZone: "America/Toronto",
      visibility: "open",
    });
    expect(await out(sourceId)).toEqual({ places: 1, points: 0 });
    expect(await everythingKept(stage.store)).not.toContain("Hollis");
    const [{ provenance } = {}] = await stage.store.raw.select().from(sources);
    expect(provenance).toMatchObject({ via: "upload", fileName: `${"█".repeat(WORDS.length)}.md` });
  });

  it("drops what was written from their sentences where asked to, and writes the document anew", async () => {
    const { sourceId, draftId } = await approved();
    expect(await out(sourceId, "drop")).toEqual({ places: 1, points: 1 });
    const left = await stage.store.raw.select({ text: actions.text }).from(actions);
    expect(left).toHaveLength(1);
    const [page] = await stage.store.raw.select().from(documents);
    expect(page?.markdown).not.toContain("two-pass merge");
    expect(page?.markdown).toContain("pilot customer");
    const { statements } = await getDeskDraft(stage.as("ada"), draftId);
    const gone = statements.filter(({ text }) => text === REDACTED_STATEMENT);
    expect(gone).toMatchObject([{ kept: false, person: null, due: null }]);
  });

  it("writes a new revision of a draft that waits, so that nobody approves what they no longer see", async () => {
    const { sourceId, draftId } = await stageDraft(stage);
    await out(sourceId);
    await expect(approveDraft(stage.as("bo"), { draftId, revision: 1 })).rejects.toMatchObject({
      code: "conflict",
      message: "Ada Lindqvist changed this draft before you.",
    });
    await expect(approveDraft(stage.as("bo"), { draftId, revision: 2 })).resolves.toBeTruthy();
    const [first] = await stage.store.raw
      .select()
      .from(revisions)
      .where(and(eq(revisions.draftId, draftId), eq(revisions.number, 1)));
    expect(JSON.stringify(first)).not.toContain("Hollis");
  });

  it("takes them out of corrections, of what was asked of the writer and of what it wrote again", async () => {
    const { sourceId, draftId } = await stageDraft(stage);
    const text = `${NOTES}\nThe Hollis set is large.\n`;
    const reason = "The Hollis set was left out";
    await correctSource(stage.as("ada"), { sourceId, version: 1, text, reason });
    const { runId } = await rewriteDraft(stage.as("ada"), { draftId, revision: 1 });
    const asked = { instruction: "Say more of the Hollis set" };
    await stage.store.raw.update(rewrites).set(asked).where(eq(rewrites.runId, runId));
    await performRun(stage.system, () => rulesWriter, runId);
    expect(await everythingKept(stage.store)).toContain("more of the Hollis");
    await out(sourceId, "drop");
    expect(await everythingKept(stage.store)).not.toContain("Hollis");
    const { statements, evidence } = await getDeskDraft(stage.as("ada"), draftId);
    for (const { statementId } of evidence)
      expect(statements.some(({ id }) => id === statementId)).toBe(true);
  });

  it("drops of what a run wrote again what the run itself found there, and nothing else", async () => {
    const { sourceId, draftId } = await stageDraft(stage);
    const { raw } = stage.store;
    const [written] = await raw.select().from(revisions).where(eq(revisions.draftId, draftId));
    const evidence = written?.grounds?.evidence ?? [];
    const [hit, other] = [WORDS, "pilot customer"].map((words) =>
      evidence.find(
        ({ sentenceStart, sentenceEnd }) =>
          sentenceStart <= NOTES.indexOf(words) && NOTES.indexOf(words) < sentenceEnd,
      ),
    );
    if (!written || !hit || !other) throw new Error("The notes were read otherwise.");
    const [one, two] = [hit, other].map(({ statementId }) => statementId);
    const reworded = written.statements.map((statement) => ({ ...statement, text: `Of ${statement.id}` }));
    // The run found the two the other way round.
    const places = evidence.map((place) => ({
      ...place,
      statementId: place === hit ? other.statementId : place === other ? hit.statementId : place.statementId,
    }));
    const conflicts = [
      { statementId: other.statementId, theirs: reworded.find(({ id }) => id === two) ?? null },
    ];
    await raw.insert(revisions).values({
      ...written,
      number: 2,
      statements: reworded,
      rewritten: { written: reworded, places, conflicts },
    });
    await raw.update(drafts).set({ currentRevision: 2 }).where(eq(drafts.id, draftId));
    await out(sourceId, "drop");
    const [again] = await raw
      .select()
      .from(revisions)
      .where(and(eq(revisions.draftId, draftId), eq(revisions.number, 2)));
    const goneOf = (list: { id: string; text: string }[] = []) =>
      list.filter(({ text }) => text === REDACTED_STATEMENT).map(({ id }) => id);
    expect(goneOf(again?.statements)).toEqual([one]);
    expect(goneOf(again?.rewritten?.written)).toEqual([two]);
    expect(again?.rewritten?.conflicts[0]?.theirs?.text).toBe(REDACTED_STATEMENT);
  });

  it("takes them out of the name of its series", async () => {
    const { sourceId } = await stageDraft(stage, { series: `All about ${WORDS}` });
    await out(sourceId);
    const kept = await everythingKept(stage.store);
    expect(kept).not.toContain("Hollis");
    expect(kept).toContain(`All about ${"█".repeat(WORDS.length)}`);
    const [held] = await stage.store.raw.select().from(series);
    expect(held).toMatchObject({ version: 2 });
    expect(await kindsOf(stage.store, held?.id ?? "")).toContain("series.renamed");
  });

  it("takes them out of the note with which a draft was handed over", async () => {
    const { sourceId, draftId } = await stageDraft(stage);
    const note = "Look at the Hollis set first";
    await handOverDraft(stage.as("ada"), { draftId, toId: CAST.bo.id, note });
    expect(await everythingKept(stage.store)).toContain(note);
    await out(sourceId);
    expect(await everythingKept(stage.store)).not.toContain("Hollis");
  });

  it("lets a writer that has read them begin again on what is left", async () => {
    const { sourceId, runId } = await storeNotes(stage);
    const slow: typeof rulesWriter = {
      propose: async (ask) => {
        await out(sourceId);
        return rulesWriter.propose(ask);
      },
    };
    await performRun(stage.system, () => slow, runId ?? "");
    expect(await stage.store.raw.select().from(drafts)).toEqual([]);
    await performRun(stage.system, () => rulesWriter, runId ?? "");
    expect(await everythingKept(stage.store)).not.toContain("Hollis");
    const [run] = await stage.store.raw.select().from(runs);
    expect(run).toMatchObject({ state: "done", attempt: 2 });
  });

  it("refuses words that aren’t there, and one letter, and changes nothing then", async () => {
    const { sourceId } = await stageDraft(stage);
    await expect(out(sourceId, "keep", "the Harris set")).rejects.toThrow("don’t stand in the source");
    await expect(out(sourceId, "keep", "a")).rejects.toThrow("Give the words");
    expect(await everythingKept(stage.store)).toContain(NOTES.split("\n")[4]);
  });

  it("is refused to whom the source is only shared with", async () => {
    const { sourceId } = await stageDraft(stage);
    const input = { sourceId, words: WORDS, points: "keep" } as const;
    for (const who of ["bo", "hugo"] as const)
      await expect(redactSource(stage.as(who), input)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("happens once for two at the same moment", async () => {
    const { sourceId } = await stageDraft(stage);
    const racer = { ctx: stage.as("ada"), act: () => out(sourceId) };
    const both = await Promise.allSettled([racer.act(), racer.act()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

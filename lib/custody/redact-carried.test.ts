import { and, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { actions, documents, revisions, runs } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { stageDraft, storeNotes } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { meetTwice, NEXT, WEEKLY } from "#e2e/support/series";
import { deleteSource } from "#lib/custody/delete-source";
import { DELETED_ACTION } from "#lib/custody/redact-carried";
import { REDACTED_STATEMENT } from "#lib/custody/redact-draft";
import { redactSource } from "#lib/custody/redact-source";
import { shareSource } from "#lib/custody/share-source";
import { approveDraft } from "#lib/drafts/approve-draft";
import { rulesWriter } from "#lib/llm/rules-writer";
import { performRun } from "#lib/runs/perform-run";

const WORDS = "the Hollis set";
const NOTHING_NEW = { text: "Release 4.3 planning\n\nNothing new.\n" };

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const approve = (draftId: string, revision = 1) => approveDraft(stage.as("ada"), { draftId, revision });
const redact = (sourceId: string, points: "keep" | "drop" = "keep") =>
  redactSource(stage.as("ada"), { sourceId, words: WORDS, points });

/** What is kept of the later meeting, in every revision and on its page. */
async function keptOf(draftId: string): Promise<string> {
  const { raw } = stage.store;
  return JSON.stringify([
    await raw.select().from(revisions).where(eq(revisions.draftId, draftId)),
    await raw.select().from(documents).where(eq(documents.draftId, draftId)),
  ]);
}

describe("what a later meeting carries as still open", () => {
  it("loses the words that are taken out of where it was said, on its page too", async () => {
    const { first, next } = await meetTwice(stage, NOTHING_NEW);
    await approve(next.draftId);
    expect(await keptOf(next.draftId)).toContain(WORDS);
    await redact(first.sourceId);
    const kept = await keptOf(next.draftId);
    expect(kept).not.toContain("Hollis");
    const [page] = await stage.store.raw.select().from(documents).where(eq(documents.draftId, next.draftId));
    expect(page?.markdown).toContain("█");
    expect(page?.markdown).toContain("pilot customer");
  });

  it("is looked at again in a draft that waits, and goes where what it was made from goes", async () => {
    const { first, next } = await meetTwice(stage, NOTHING_NEW);
    await redact(first.sourceId, "drop");
    expect(await keptOf(next.draftId)).not.toContain("Hollis");
    await expect(approve(next.draftId)).rejects.toMatchObject({ code: "conflict" });
    const [newest] = await stage.store.raw
      .select()
      .from(revisions)
      .where(and(eq(revisions.draftId, next.draftId), eq(revisions.number, 2)));
    const carried = newest?.statements.filter(({ section }) => section === "carried");
    expect(carried).toHaveLength(2);
    expect(carried).toContainEqual(expect.objectContaining({ text: REDACTED_STATEMENT, kept: false }));
    await approve(next.draftId, 2);
  });

  it("leaves to a meeting that said the same again what goes where it was said first", async () => {
    const { first, next } = await meetTwice(stage, { text: NEXT.replace(/^(Dana|DECISION).*\n/gm, "") });
    await approve(next.draftId);
    const text = "Release 4.3 planning\n\nNothing more.\n";
    const last = await stageDraft(stage, { series: WEEKLY, text, heldOn: "2026-12-04" });
    await redactSource(stage.as("ada"), { sourceId: first.sourceId, words: "pilot", points: "drop" });
    const left = await stage.store.raw.select().from(actions).where(eq(actions.draftId, next.draftId));
    expect(left.map(({ text }) => text).sort()).toEqual([
      "Order three new tablets",
      "Tell the pilot customer that format 3 stays",
    ]);
    expect(await keptOf(last.draftId)).not.toContain("customer");
  });

  it("goes with a meeting that is deleted with its records", async () => {
    const { first, next } = await meetTwice(stage, NOTHING_NEW);
    await approve(next.draftId);
    await deleteSource(stage.as("ada"), { sourceId: first.sourceId, records: "drop" });
    const kept = await keptOf(next.draftId);
    expect(kept).toContain(DELETED_ACTION);
    for (const word of ["Hollis", "pilot customer"]) expect(kept).not.toContain(word);
  });

  it("stays where the records of a deleted meeting are kept", async () => {
    const { first, next } = await meetTwice(stage, NOTHING_NEW);
    await deleteSource(stage.as("ada"), { sourceId: first.sourceId, records: "keep" });
    expect(await keptOf(next.draftId)).toContain(WORDS);
  });
});

describe("a run that is told of an earlier meeting", () => {
  const meanwhile: [what: string, act: (sourceId: string) => Promise<unknown>, carried: number][] = [
    ["words are taken out of it", (sourceId) => redact(sourceId), 2],
    [
      "it is deleted with its records",
      (sourceId) => deleteSource(stage.as("ada"), { sourceId, records: "drop" }),
      0,
    ],
    [
      "it is shared with fewer",
      (sourceId) => shareSource(stage.as("ada"), { sourceId, visibility: "private" }),
      0,
    ],
  ];

  it.each(meanwhile)("is written once more where meanwhile %s", async (_what, act, carried) => {
    const first = await stageDraft(stage, { series: WEEKLY, visibility: "open" });
    await approve(first.draftId);
    const { runId } = await storeNotes(stage, { ...NOTHING_NEW, series: WEEKLY, heldOn: "2026-11-27" });
    const slow: typeof rulesWriter = {
      propose: async (ask) => {
        await act(first.sourceId);
        return rulesWriter.propose(ask);
      },
    };
    await performRun(stage.system, () => slow, runId ?? "");
    expect(await runNamed(runId)).toMatchObject({ state: "queued", draftId: null });
    expect(await kindsOf(stage.store, runId ?? "")).toContain("run.retried");
    await performRun(stage.system, () => rulesWriter, runId ?? "");
    const { draftId } = await runNamed(runId);
    const [written] = await stage.store.raw
      .select()
      .from(revisions)
      .where(eq(revisions.draftId, draftId ?? ""));
    expect(written?.statements.filter(({ section }) => section === "carried")).toHaveLength(carried);
    expect(JSON.stringify(written)).not.toContain("Hollis");
  });

  it("ends in its draft where only somebody else is to do it", async () => {
    const first = await stageDraft(stage, { series: WEEKLY, visibility: "open" });
    await approve(first.draftId);
    const { runId } = await storeNotes(stage, { ...NOTHING_NEW, series: WEEKLY, heldOn: "2026-11-27" });
    const slow: typeof rulesWriter = {
      propose: async (ask) => {
        await stage.store.raw.update(actions).set({ ownerId: CAST.chidi.id });
        return rulesWriter.propose(ask);
      },
    };
    await performRun(stage.system, () => slow, runId ?? "");
    expect(await runNamed(runId)).toMatchObject({ state: "done" });
  });

  async function runNamed(runId: string | null) {
    const [run] = await stage.store.raw
      .select()
      .from(runs)
      .where(eq(runs.id, runId ?? ""));
    if (!run) throw new Error("There is no such run.");
    return run;
  }
});

it("who was told of a record is found by the record, however many runs there were", async () => {
  const { runId } = await stageDraft(stage);
  const { raw } = stage.store;
  await raw.execute(sql`insert into run_needs (run_id, need, record_id, version, hash)
    select ${runId}, 'earlier', 'act_' || n, 1, '' from generate_series(1, 20000) n`);
  await raw.execute(sql`analyze run_needs`);
  const { rows } = await raw.execute(
    sql`explain select run_id from run_needs where record_id in ('act_1', 'act_2', 'act_3')`,
  );
  expect(JSON.stringify(rows)).toContain("run_needs_record_idx");
});

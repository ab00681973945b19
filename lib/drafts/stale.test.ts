import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events, reviews, runs, sourceVersions } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { NOTES, stageDraft } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { loserOf } from "#e2e/support/race";
import { deskOf } from "#e2e/support/rewriting";
import { approveDraft } from "#lib/drafts/approve-draft";
import { editDraft } from "#lib/drafts/edit-draft";
import { keepDraft } from "#lib/drafts/keep-draft";
import { undoEdit } from "#lib/drafts/undo-edit";
import { correctSource } from "#lib/sources/correct-source";

let stage: Stage;
let draftId: string;
let sourceId: string;
beforeEach(async () => {
  stage = await setStage();
  ({ draftId, sourceId } = await stageDraft(stage));
});
const { desk, idOf, rewrite } = deskOf(() => ({ stage, draftId }));

const CORRECTED = NOTES.replace("by Wednesday", "by Thursday");
const correct = (text = CORRECTED, version = 1) =>
  correctSource(stage.as("ada"), { sourceId, version, text, reason: "Dana said Thursday" });

describe("correcting a source", () => {
  it("keeps the text before, and tells the draft that waits what changed", async () => {
    expect(await correct()).toEqual({ version: 2 });
    const kept = await stage.store.raw
      .select()
      .from(sourceVersions)
      .where(eq(sourceVersions.sourceId, sourceId))
      .orderBy(asc(sourceVersions.version));
    expect(kept.map(({ version, text, reason }) => [version, text, reason])).toEqual([
      [1, NOTES, null],
      [2, CORRECTED, "Dana said Thursday"],
    ]);
    expect(await kindsOf(stage.store, sourceId)).toContain("source.corrected");
    const { stale, evidence } = await desk();
    const merge = await idOf("two-pass merge");
    expect(stale).toMatchObject({ from: 1, version: 2, by: CAST.ada.name, reason: "Dana said Thursday" });
    expect(stale?.changes).toEqual([
      {
        number: 5,
        before: "ACTION: Dana to run the two-pass merge on the Hollis set by Wednesday",
        after: "ACTION: Dana to run the two-pass merge on the Hollis set by Thursday",
        behind: [merge],
      },
    ]);
    expect(stale?.lost).toEqual([merge]);
    expect(evidence.every(({ version }) => version === 1)).toBe(true);
  });

  it("is refused to who neither stored it nor leads, for no change, and to the slower of two", async () => {
    await expect(
      correctSource(stage.as("bo"), { sourceId, version: 1, text: CORRECTED, reason: "x" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(correct(NOTES)).rejects.toMatchObject({ code: "invalid" });
    const lost = await loserOf(
      {
        ctx: stage.as("ada"),
        act: (ctx) => correctSource(ctx, { sourceId, version: 1, text: CORRECTED, reason: "x" }),
      },
      {
        ctx: stage.as("ines"),
        act: (ctx) => correctSource(ctx, { sourceId, version: 1, text: `${NOTES}!`, reason: "y" }),
      },
    );
    expect(lost).toMatchObject({ code: "conflict" });
  });
});

describe("a stale draft", () => {
  it("is not approved until somebody says that it stands, and then names what was seen", async () => {
    await correct();
    await expect(approveDraft(stage.as("ada"), { draftId, revision: 1 })).rejects.toMatchObject({
      code: "conflict",
    });
    const merge = await idOf("two-pass merge");
    const kept = await keepDraft(stage.as("ada"), { draftId, revision: 1, version: 2 });
    expect(kept.statements.find(({ id }) => id === merge)).toMatchObject({ trace: "untraced", kept: false });
    expect(kept.evidence.some(({ statementId }) => statementId === merge)).toBe(false);
    for (const { start, end, version } of kept.evidence) {
      expect(version).toBe(2);
      expect(NOTES).toContain(CORRECTED.slice(start, end));
    }
    expect((await desk()).stale).toBeNull();
    await approveDraft(stage.as("ada"), { draftId, revision: 2 });
    const [approval] = await stage.store.raw.select().from(reviews).where(eq(reviews.decision, "approved"));
    expect(approval).toMatchObject({ revision: 2, sourceVersion: 2 });
    const [event] = await stage.store.raw.select().from(events).where(eq(events.kind, "draft.approved"));
    expect(event?.data).toMatchObject({ version: 2 });
  });

  it("stands on a version only that is still the newest, for who may decide, once", async () => {
    await correct();
    await correct(`${CORRECTED}More.\n`, 2);
    const keep = { draftId, revision: 1, version: 2 };
    await expect(keepDraft(stage.as("ada"), keep)).rejects.toMatchObject({ code: "conflict" });
    await expect(keepDraft(stage.as("hugo"), { ...keep, version: 3 })).rejects.toMatchObject({
      code: "forbidden",
    });
    const lost = await loserOf(
      { ctx: stage.as("ada"), act: (ctx) => keepDraft(ctx, { ...keep, version: 3 }) },
      { ctx: stage.as("bo"), act: (ctx) => keepDraft(ctx, { ...keep, version: 3 }) },
    );
    expect(lost).toMatchObject({ code: "conflict" });
  });

  it("is written again from the newest version, with what people changed", async () => {
    const [tell, merge] = [await idOf("pilot customer"), await idOf("two-pass merge")];
    await editDraft(stage.as("bo"), {
      draftId,
      revision: 1,
      changes: [
        { statementId: tell, text: "Ring the pilot customer about format 3" },
        { statementId: merge, person: { id: CAST.bo.id, name: CAST.bo.name } },
      ],
    });
    await correct();
    const runId = await rewrite(2);
    const after = await desk();
    expect(after).toMatchObject({ revision: 3, stale: null, conflicts: [], writing: null, base: 3 });
    const found = (id: string) => after.statements.find((statement) => statement.id === id);
    expect(found(tell)?.text).toBe("Ring the pilot customer about format 3");
    expect(found(merge)).toMatchObject({ person: { id: CAST.bo.id }, due: { on: "2026-11-26" } });
    expect(after.evidence.every(({ version }) => version === 2)).toBe(true);
    expect(after.run.id).toBe(runId);
    expect(await kindsOf(stage.store, draftId)).toContain("draft.rewritten");
    const [run] = await stage.store.raw.select().from(runs).where(eq(runs.id, runId));
    expect(run).toMatchObject({ state: "done", draftId });
  });

  it("keeps both where a person and the run changed the same", async () => {
    const merge = await idOf("two-pass merge");
    await editDraft(stage.as("ada"), {
      draftId,
      revision: 1,
      changes: [{ statementId: merge, dueOn: "2026-12-24" }],
    });
    await correct();
    await rewrite(2);
    const { statements, conflicts } = await desk();
    expect(statements.find(({ id }) => id === merge)?.due?.on).toBe("2026-12-24");
    expect(conflicts).toMatchObject([{ statementId: merge, theirs: { due: { on: "2026-11-26" } } }]);
    await editDraft(stage.as("ada"), {
      draftId,
      revision: 3,
      changes: [{ statementId: merge, dueOn: "2026-11-26" }],
    });
    expect((await desk()).conflicts).toEqual([]);
    // The person's own change is one against what the run wrote, and stays through another run.
    await undoEdit(stage.as("ada"), { draftId, revision: 4 });
    await rewrite(5);
    expect((await desk()).statements.find(({ id }) => id === merge)?.due?.on).toBe("2026-12-24");
  });
});

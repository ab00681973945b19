import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { runSources, runs } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { stageDraft, storeNotes } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { loserOf } from "#e2e/support/race";
import { rejectDraft } from "#lib/drafts/reject-draft";
import { cancelRun } from "#lib/runs/cancel-run";
import { startRun } from "#lib/runs/start-run";

let stage: Stage;
let sourceId: string;
beforeEach(async () => {
  stage = await setStage();
  const stored = await storeNotes(stage, { by: "bo" });
  sourceId = stored.sourceId;
  await cancelRun(stage.as("bo"), { runId: stored.runId as string });
});

describe("startRun", () => {
  it("queues a run on the source as it is now, and records who asked", async () => {
    const runId = await startRun(stage.as("bo"), { sourceId, writer: "rules" });
    const [run] = await stage.store.raw.select().from(runs).where(eq(runs.id, runId));
    expect(run).toMatchObject({ state: "queued", writer: "rules", requestedBy: CAST.bo.id });
    const [on] = await stage.store.raw.select().from(runSources).where(eq(runSources.runId, runId));
    expect(on).toEqual({ runId, sourceId, version: 1 });
    expect(await kindsOf(stage.store, runId)).toEqual(["run.queued"]);
    expect(stage.queue.entries.at(-1)).toEqual({ kind: "run", id: runId });
  });

  it("is for its author, leaders and admins", async () => {
    await expect(startRun(stage.as("dana"), { sourceId })).rejects.toMatchObject({
      code: "forbidden",
      message: "The author of this source, a leader or an admin can run it again.",
    });
    await startRun(stage.as("ada"), { sourceId });
  });

  it("waits until the draft that is there was decided", async () => {
    const draft = await stageDraft(stage, { by: "bo", text: "DECISION: wait" });
    const again = () => startRun(stage.as("bo"), { sourceId: draft.sourceId });
    await expect(again()).rejects.toMatchObject({ code: "conflict", detail: { draftId: draft.draftId } });
    await rejectDraft(stage.as("bo"), { draftId: draft.draftId, revision: 1, reason: "Too thin" });
    await again();
  });

  it("is done once by two at once", async () => {
    const start = (ctx: Parameters<typeof startRun>[0]) => startRun(ctx, { sourceId });
    const lost = await loserOf({ ctx: stage.as("bo"), act: start }, { ctx: stage.as("ada"), act: start });
    expect(lost).toMatchObject({ code: "conflict", message: "A run on this source is going on already." });
    expect(await stage.store.raw.$count(runs, eq(runs.state, "queued"))).toBe(1);
  });
});

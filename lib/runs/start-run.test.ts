import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { runSources, runs } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { stageDraft, storeNotes } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { loserOf } from "#e2e/support/race";
import { deleteSource } from "#lib/custody/delete-source";
import { rejectDraft } from "#lib/drafts/reject-draft";
import type { UserCtx } from "#lib/events/context";
import { cancelRun } from "#lib/runs/cancel-run";
import { retryRun } from "#lib/runs/retry-run";
import { startRun } from "#lib/runs/start-run";

let stage: Stage;
let sourceId: string;
let cancelled: string;
beforeEach(async () => {
  stage = await setStage();
  const stored = await storeNotes(stage, { by: "bo" });
  sourceId = stored.sourceId;
  cancelled = stored.runId as string;
  await cancelRun(stage.as("bo"), { runId: cancelled });
});

describe("startRun", () => {
  it("queues a run on the source as it is now, and records who asked", async () => {
    const runId = await startRun(stage.as("bo"), { sourceId, writer: "rules" });
    const [run] = await stage.store.raw.select().from(runs).where(eq(runs.id, runId));
    expect(run).toMatchObject({ state: "queued", writer: "rules", requestedBy: CAST.bo.id });
    const [on] = await stage.store.raw.select().from(runSources).where(eq(runSources.runId, runId));
    expect(on).toEqual({ runId, sourceId, version: 1, position: 0 });
    expect(await kindsOf(stage.store, runId)).toEqual(["run.queued"]);
    expect(stage.queue.entries.at(-1)).toEqual({ kind: "run", id: runId });
  });

  it("is not for a source that was deleted", async () => {
    await deleteSource(stage.as("bo"), { sourceId, records: "drop" });
    await expect(startRun(stage.as("bo"), { sourceId })).rejects.toMatchObject({ code: "not_found" });
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

  it("keeps an older run from being tried again beside it, and both at once from beginning", async () => {
    const start = (ctx: UserCtx) => startRun(ctx, { sourceId });
    const retry = (ctx: UserCtx) => retryRun(ctx, { runId: cancelled });
    const lost = await loserOf({ ctx: stage.as("bo"), act: start }, { ctx: stage.as("ada"), act: retry });
    expect(lost).toMatchObject({ code: "conflict", message: "A run on this source is going on already." });
    expect(await stage.store.raw.$count(runs, eq(runs.state, "queued"))).toBe(1);
  });

  it("is done once by two at once", async () => {
    const start = (ctx: UserCtx) => startRun(ctx, { sourceId });
    const lost = await loserOf({ ctx: stage.as("bo"), act: start }, { ctx: stage.as("ada"), act: start });
    expect(lost).toMatchObject({ code: "conflict", message: "A run on this source is going on already." });
    expect(await stage.store.raw.$count(runs, eq(runs.state, "queued"))).toBe(1);
  });
});

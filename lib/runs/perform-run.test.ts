import { asc } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { drafts, events, revisions } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { expectConsoleError } from "#e2e/support/console";
import { stageDraft, storeNotes } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { pendingWriter, settingsFor, storedRun } from "#e2e/support/runs";
import { rulesWriter } from "#lib/llm/rules-writer";
import { cancelRun } from "#lib/runs/cancel-run";
import { claimRun } from "#lib/runs/claim-run";
import { type MakeWriter, performRun } from "#lib/runs/perform-run";
import { retryRun } from "#lib/runs/retry-run";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const rules: MakeWriter = () => rulesWriter;
const broken: MakeWriter = () => ({ propose: () => Promise.reject(new Error("A defect.")) });
const perform = (runId: string, make = rules) => performRun(stage.system, make, runId);
const draftsThere = () => stage.store.raw.select().from(drafts);

async function queued(staged: Parameters<typeof storeNotes>[1] = {}): Promise<string> {
  const { runId } = await storeNotes(stage, staged);
  if (!runId) throw new Error("The notes were stored before.");
  return runId;
}

async function failed(): Promise<string> {
  const runId = await queued();
  expectConsoleError(new RegExp(`^Run ${runId} failed\\. Error: A defect`));
  await perform(runId, broken);
  return runId;
}

describe("a run", () => {
  it("takes a source to a draft: queued, writing, checking, done", async () => {
    const runId = await queued();
    expect(await storedRun(stage, runId)).toMatchObject({ state: "queued", attempt: 0, writer: "rules" });
    stage.clock.advance(2_000);
    await perform(runId);
    const at = stage.clock.now();
    const [draft, ...more] = await draftsThere();
    expect(more).toEqual([]);
    expect(draft).toMatchObject({ state: "pending", currentRevision: 1, title: "Release 4.3 planning" });
    expect(await storedRun(stage, runId)).toMatchObject({
      state: "done",
      attempt: 1,
      draftId: draft?.id,
      startedAt: at,
      checkingAt: at,
      endedAt: at,
      leaseUntil: null,
      error: null,
    });
    const [revision] = await stage.store.raw.select().from(revisions);
    expect(revision).toMatchObject({ draftId: draft?.id, number: 1, runId, authorId: null });
    const log = await stage.store.raw.select({ kind: events.kind }).from(events).orderBy(asc(events.seq));
    expect(log.map((event) => event.kind)).toEqual([
      "source.stored",
      "run.queued",
      "run.writing",
      "run.checking",
      "draft.proposed",
      "notice.made",
      "notice.made",
      "run.done",
    ]);
  });

  it("is claimed by one of two workers, and the other leaves it alone", async () => {
    const runId = await queued();
    const claims = await Promise.allSettled([claimRun(stage.system, runId), claimRun(stage.system, runId)]);
    expect(claims.filter((claim) => claim.status === "fulfilled")).toHaveLength(1);
    const lost = claims.find((claim) => claim.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "conflict" });
    expect(await kindsOf(stage.store, runId)).toEqual(["run.queued", "run.writing"]);
  });

  it("that arrives twice brings one draft", async () => {
    const runId = await queued();
    await Promise.all([perform(runId), perform(runId)]);
    await perform(runId);
    expect(await draftsThere()).toHaveLength(1);
    expect(await storedRun(stage, runId)).toMatchObject({ state: "done", attempt: 1 });
  });

  it("is never begun before it is due", async () => {
    const runId = await failed();
    await retryRun(stage.as("ada"), { runId });
    stage.clock.advance(-1);
    await perform(runId);
    expect(await storedRun(stage, runId)).toMatchObject({ state: "queued", attempt: 1 });
    stage.clock.advance(1);
    await perform(runId);
    expect(await storedRun(stage, runId)).toMatchObject({ state: "done", attempt: 2 });
  });

  it("that fails for a reason of ours says so, keeps the source, and hides the reason", async () => {
    const runId = await failed();
    const run = await storedRun(stage, runId);
    expect(run).toMatchObject({ state: "failed", leaseUntil: null, endedAt: stage.clock.now() });
    expect(run.error).toEqual({
      kind: "internal",
      sentence: expect.stringMatching(
        /^Countersign failed while writing this draft\. The source is stored\./,
      ),
    });
    expect(JSON.stringify(run.error)).not.toContain("A defect");
    expect((await kindsOf(stage.store, runId)).at(-1)).toBe("run.failed");
  });
});

describe("cancelling", () => {
  it("a run that waits ends it before it began", async () => {
    const runId = await queued();
    await cancelRun(stage.as("ada"), { runId });
    await perform(runId);
    expect(await storedRun(stage, runId)).toMatchObject({ state: "cancelled", attempt: 0 });
    expect(await kindsOf(stage.store, runId)).toEqual(["run.queued", "run.cancelled"]);
    expect(await draftsThere()).toEqual([]);
  });

  it("a run that is written stops the writer, brings no draft, and stays", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const runId = await queued();
    const writer = pendingWriter();
    const performed = perform(runId, writer.make);
    const signal = await writer.begun;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(signal.aborted).toBe(false);
    await cancelRun(stage.as("ada"), { runId });
    await vi.advanceTimersByTimeAsync(5_000);
    await performed;
    vi.useRealTimers();
    expect(signal.aborted).toBe(true);
    expect(await storedRun(stage, runId)).toMatchObject({
      state: "cancelled",
      leaseUntil: null,
      error: null,
    });
    expect(await kindsOf(stage.store, runId)).toEqual(["run.queued", "run.writing", "run.cancelled"]);
    expect(await draftsThere()).toEqual([]);
  });

  it("a run whose writer answers all the same brings no draft", async () => {
    const runId = await queued();
    const writer = pendingWriter();
    const performed = perform(runId, writer.make);
    await writer.begun;
    await cancelRun(stage.as("ada"), { runId });
    writer.end(rulesWriter);
    await performed;
    expect(await storedRun(stage, runId)).toMatchObject({ state: "cancelled" });
    expect(await draftsThere()).toEqual([]);
  });

  it("is for who asked for it, leaders and admins", async () => {
    const runId = await queued({ by: "bo", visibility: "open" });
    for (const key of ["dana", "hugo"] as const) {
      await expect(cancelRun(stage.as(key), { runId })).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await storedRun(stage, runId)).toMatchObject({ state: "queued" });
    await cancelRun(stage.as("ines"), { runId });
    expect(await storedRun(stage, runId)).toMatchObject({ state: "cancelled" });
  });

  it("tells nobody of a run on a source they may not see, leaders included", async () => {
    const runId = await queued({ by: "bo", visibility: "private" });
    for (const key of ["ada", "ines", "dana", "hugo"] as const) {
      await expect(cancelRun(stage.as(key), { runId })).rejects.toMatchObject({ code: "not_found" });
      await expect(retryRun(stage.as(key), { runId })).rejects.toMatchObject({ code: "not_found" });
    }
    await cancelRun(stage.as("bo"), { runId });
  });

  it("comes too late for a run that has brought its draft", async () => {
    const { runId } = await stageDraft(stage);
    await expect(cancelRun(stage.as("ada"), { runId })).rejects.toMatchObject({ code: "conflict" });
    expect((await kindsOf(stage.store, runId)).at(-1)).toBe("run.done");
  });
});

describe("running it again", () => {
  it("queues a failed run, which then brings its draft", async () => {
    const runId = await failed();
    stage.clock.advance(60_000);
    stage.queue.entries.length = 0;
    await retryRun(stage.as("ada"), { runId });
    expect(await storedRun(stage, runId)).toMatchObject({
      state: "queued",
      attempt: 1,
      attemptsBefore: 1,
      dueAt: stage.clock.now(),
      error: null,
      endedAt: null,
    });
    expect(stage.queue.entries).toEqual([{ kind: "run", id: runId }]);
    await perform(runId);
    expect(await draftsThere()).toHaveLength(1);
    expect(await kindsOf(stage.store, runId)).toEqual([
      "run.queued",
      "run.writing",
      "run.failed",
      "run.retried",
      "run.writing",
      "run.checking",
      "run.done",
    ]);
  });

  it("with the rules needs no model, where one is connected", async () => {
    const llm = settingsFor({ url: "http://127.0.0.1:9" });
    const ada = { ...stage.as("ada"), llm };
    const runId = await failed();
    await retryRun(ada, { runId });
    expect(await storedRun(stage, runId)).toMatchObject({
      writer: "claude",
      model: "claude-sonnet-5-5",
      host: "127.0.0.1:9",
    });
    await cancelRun(ada, { runId });
    await retryRun(ada, { runId, writer: "rules" });
    expect(await storedRun(stage, runId)).toMatchObject({ writer: "rules", model: null, host: null });
  });

  it("is refused to strangers and viewers, and where it goes on by itself", async () => {
    const runId = await failed();
    for (const key of ["dana", "hugo"] as const) {
      await expect(retryRun(stage.as(key), { runId })).rejects.toMatchObject({ code: "forbidden" });
    }
    const both = await Promise.allSettled([
      retryRun(stage.as("ada"), { runId }),
      retryRun(stage.as("ines"), { runId }),
    ]);
    expect(both.map((answer) => answer.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await kindsOf(stage.store, runId)).filter((kind) => kind === "run.retried")).toHaveLength(1);
    const [event] = (await stage.store.raw.select().from(events)).filter((e) => e.kind === "run.retried");
    expect([CAST.ada.id, CAST.ines.id]).toContain(event?.actorId);
  });
});

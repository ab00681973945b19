import { beforeEach, describe, expect, it } from "vitest";
import { drafts } from "#drizzle/schema/schema";
import { type Stage, setStage } from "#e2e/support/cast";
import { expectConsoleError } from "#e2e/support/console";
import { storeNotes } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { pendingWriter, storedRun } from "#e2e/support/runs";
import { ModelError } from "#lib/llm/model-error";
import { rulesWriter } from "#lib/llm/rules-writer";
import { claimRun } from "#lib/runs/claim-run";
import { LEASE_MS } from "#lib/runs/lease";
import { performRun } from "#lib/runs/perform-run";
import { retryRun } from "#lib/runs/retry-run";
import { expireLeases, sweepRuns } from "#lib/runs/sweep-runs";

let stage: Stage;
let runId: string;
beforeEach(async () => {
  stage = await setStage();
  const stored = await storeNotes(stage);
  runId = stored.runId as string;
  stage.queue.entries.length = 0;
});

const entry = () => ({ kind: "run", id: runId });
const perform = (make = () => rulesWriter) => performRun(stage.system, make, runId);

/** A worker takes the run and dies. */
async function lose(): Promise<void> {
  await claimRun(stage.system, runId);
  stage.clock.advance(LEASE_MS + 1);
}

describe("a run whose worker died", () => {
  it("is left alone until its lease is over, then queued again and written", async () => {
    await claimRun(stage.system, runId);
    stage.clock.advance(LEASE_MS);
    await sweepRuns(stage.system);
    expect(await storedRun(stage, runId)).toMatchObject({ state: "writing" });
    expect(stage.queue.entries).toEqual([]);

    stage.clock.advance(1);
    await sweepRuns(stage.system);
    expect(await storedRun(stage, runId)).toMatchObject({ state: "queued", attempt: 1, leaseUntil: null });
    expect(stage.queue.entries).toEqual([entry()]);
    await perform();
    expect(await storedRun(stage, runId)).toMatchObject({ state: "done", attempt: 2 });
    expect(await kindsOf(stage.store, runId)).toEqual([
      "run.queued",
      "run.writing",
      "run.resumed",
      "run.writing",
      "run.checking",
      "run.done",
    ]);
  });

  it("is resumed once where two processes sweep at the same moment", async () => {
    await lose();
    await Promise.all([sweepRuns(stage.system), sweepRuns(stage.system)]);
    expect((await kindsOf(stage.store, runId)).filter((kind) => kind === "run.resumed")).toHaveLength(1);
    expect(stage.queue.entries).toEqual([entry()]);
  });

  it("fails with a sentence after the third time, and can be run again by a person", async () => {
    for (let times = 0; times < 3; times++) {
      await lose();
      await sweepRuns(stage.system);
    }
    const run = await storedRun(stage, runId);
    expect(run).toMatchObject({ state: "failed", attempt: 3, leaseUntil: null });
    expect(run.error).toEqual({
      kind: "interrupted",
      sentence:
        "The worker stopped 3 times while writing this draft. The source is stored. Try again, or write it with the rules.",
    });
    expect((await kindsOf(stage.store, runId)).at(-1)).toBe("run.failed");

    await retryRun(stage.as("ada"), { runId });
    await lose();
    await sweepRuns(stage.system);
    expect(await storedRun(stage, runId)).toMatchObject({ state: "queued", attempt: 4 });
    await perform();
    expect(await storedRun(stage, runId)).toMatchObject({ state: "done" });
  });

  it("counts neither what was put off nor what was given back", async () => {
    const about = { host: "h", model: "m", local: false, waitedMs: 0, began: false, detail: null };
    const busy = new ModelError("rate_limited", { ...about, retryAfterSeconds: 1 }, null);
    for (let times = 0; times < 3; times++) {
      await perform(() => ({ propose: () => Promise.reject(busy) }));
      stage.clock.advance(1000);
    }
    await lose();
    await sweepRuns(stage.system);
    expect(await storedRun(stage, runId)).toMatchObject({ state: "queued", attempt: 4, losses: 1 });
  });

  it("is resumed at once at the start of an embedded database, whose only process is gone", async () => {
    await claimRun(stage.system, runId);
    await expireLeases(stage.system);
    await sweepRuns(stage.system);
    expect(await storedRun(stage, runId)).toMatchObject({ state: "queued" });
  });
});

describe("a worker that was thought dead", () => {
  it("and answers late changes nothing: neither a second draft nor the state", async () => {
    const late = pendingWriter();
    const zombie = performRun(stage.system, late.make, runId);
    await late.begun;
    stage.clock.advance(LEASE_MS + 1);
    await sweepRuns(stage.system);
    await perform();
    const after = await storedRun(stage, runId);
    expect(after).toMatchObject({ state: "done", attempt: 2 });
    late.end(rulesWriter);
    await zombie;
    expect(await storedRun(stage, runId)).toEqual(after);
    expect(await stage.store.raw.select().from(drafts)).toHaveLength(1);
  });

  it("and answers while its successor writes leaves the successor's run alone", async () => {
    const [late, next] = [pendingWriter(), pendingWriter()];
    const zombie = performRun(stage.system, late.make, runId);
    await late.begun;
    stage.clock.advance(LEASE_MS + 1);
    await sweepRuns(stage.system);
    const successor = performRun(stage.system, next.make, runId);
    await next.begun;
    late.end(rulesWriter);
    await zombie;
    expect(await storedRun(stage, runId)).toMatchObject({ state: "writing", attempt: 2 });
    next.end(rulesWriter);
    await successor;
    expect(await storedRun(stage, runId)).toMatchObject({ state: "done", attempt: 2 });
    expect(await stage.store.raw.select().from(drafts)).toHaveLength(1);
  });

  it("and fails late doesn't fail the run that waits for its successor", async () => {
    const late = pendingWriter();
    const zombie = performRun(stage.system, late.make, runId);
    await late.begun;
    stage.clock.advance(LEASE_MS + 1);
    await sweepRuns(stage.system);
    late.end({ propose: () => Promise.reject(new Error("The connection broke.")) });
    expectConsoleError(new RegExp(`^Run ${runId} failed\\. Error: The connection broke`));
    await zombie;
    expect(await storedRun(stage, runId)).toMatchObject({ state: "queued", error: null });
  });
});

describe("a process that stops in good order", () => {
  it("gives its run back at once, without counting against it", async () => {
    for (let times = 0; times < 4; times++) {
      const stop = new AbortController();
      const writer = pendingWriter();
      const performed = performRun(stage.system, writer.make, runId, stop.signal);
      await writer.begun;
      stop.abort();
      await performed;
      expect(await storedRun(stage, runId)).toMatchObject({ state: "writing" });
      await sweepRuns(stage.system);
      expect(await storedRun(stage, runId)).toMatchObject({ state: "queued", error: null });
    }
    await perform();
    expect(await storedRun(stage, runId)).toMatchObject({ state: "done", attempt: 5 });
  });
});

describe("a run that waits", () => {
  it("and was never picked up is sent again, every tick until somebody takes it", async () => {
    stage.clock.advance(30_000);
    await sweepRuns(stage.system);
    expect(stage.queue.entries).toEqual([]);
    stage.clock.advance(1);
    await sweepRuns(stage.system);
    await sweepRuns(stage.system);
    expect(stage.queue.entries).toEqual([entry(), entry()]);
    expect(await kindsOf(stage.store, runId)).toEqual(["run.queued"]);
    await perform();
    await sweepRuns(stage.system);
    expect(stage.queue.entries).toHaveLength(2);
  });
});

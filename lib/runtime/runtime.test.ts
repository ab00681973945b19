import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { drafts, modelCalls, runs } from "#drizzle/schema/schema";
import type { ClaudeDouble } from "#e2e/doubles/claude";
import { doubleForTest } from "#e2e/doubles/claude-writer";
import { type CastKey, ctxFor, insertCast } from "#e2e/support/cast";
import { storeNotes } from "#e2e/support/drafts";
import { emptyServerDatabase, fillDataDirectory, onPostgres } from "#e2e/support/empty-database";
import { kindsOf } from "#e2e/support/events";
import { type Process, startProcess } from "#e2e/support/processes";
import { readConfig } from "#lib/runtime/config";
import { type Runtime, startRuntime } from "#lib/runtime/runtime";

let claude: ClaudeDouble;
let env: Record<string, string>;
beforeEach(async () => {
  claude = await doubleForTest();
  const folder = mkdtempSync(join(tmpdir(), "countersign-runtime-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  env = {
    COUNTERSIGN_DATA_DIR: folder,
    ANTHROPIC_BASE_URL: claude.url,
    ANTHROPIC_API_KEY: "test-key",
    COUNTERSIGN_LLM_MODE: "structured",
  };
  if (onPostgres) env.DATABASE_URL = await emptyServerDatabase();
  else await fillDataDirectory(folder);
});

/** Opens the database as a process without a worker does, for as long as `work` takes. */
async function inPages<T>(work: (pages: Runtime) => Promise<T>): Promise<T> {
  const pages = await startRuntime(readConfig(env), { worker: false });
  return work(pages).finally(pages.close);
}

const asIn = (pages: Runtime) => ({ as: (key: CastKey) => ctxFor(pages.store, key, pages) });

/** A company with one run in the queue. */
function queueRun(): Promise<string> {
  return inPages(async (pages) => {
    await insertCast(pages.store, new Date());
    const { runId } = await storeNotes(asIn(pages));
    return runId as string;
  });
}

async function startWorker(): Promise<Process> {
  const worker = startProcess("e2e/support/runtime-process.ts", env);
  await worker.says("ready");
  return worker;
}

/** Waits until the worker has asked Claude so many times. */
const asked = (times: number) =>
  vi.waitFor(() => expect(claude.requests).toHaveLength(times), { timeout: 30_000, interval: 20 });

/** Lets the lease of a dead worker's run run out, which takes 30 seconds. An embedded database needn't wait. */
async function endLeases(): Promise<void> {
  if (onPostgres)
    await inPages(({ store }) => store.raw.update(runs).set({ leaseUntil: sql`now() - interval '1 s'` }));
}

function whatIsThere(runId: string) {
  return inPages(async ({ store }) => ({
    run: (await store.raw.select().from(runs))[0],
    drafts: await store.raw.$count(drafts),
    calls: (
      await store.raw
        .select({ outcome: modelCalls.outcome })
        .from(modelCalls)
        .orderBy(asc(modelCalls.startedAt))
    ).map((call) => call.outcome),
    kinds: await kindsOf(store, runId),
  }));
}

describe("a run", { timeout: 120_000 }, () => {
  it("whose process is killed while Claude writes is resumed by the next, and ends in one draft", async () => {
    const runId = await queueRun();
    claude.script({ kind: "timeout" });
    const first = await startWorker();
    await asked(1);
    await first.kill();
    await endLeases();
    const second = await startWorker();
    await second.says("run.done");
    expect(await second.stop()).toBe(0);
    const { run, kinds, ...rest } = await whatIsThere(runId);
    expect(run).toMatchObject({ state: "done", attempt: 2, error: null });
    expect(rest).toEqual({ drafts: 1, calls: ["lost", "answered"] });
    expect(kinds).toEqual([
      "run.queued",
      "run.writing",
      "run.resumed",
      "run.writing",
      "run.checking",
      "run.done",
    ]);
  });

  it("whose process is asked to stop is given back at once, with its call on record, and written by the next", async () => {
    const runId = await queueRun();
    claude.script({ kind: "timeout" });
    const first = await startWorker();
    await asked(1);
    expect(await first.stop()).toBe(0);
    const given = await whatIsThere(runId);
    expect(given.run).toMatchObject({ state: "writing", leaseUntil: null, attemptsBefore: 1 });
    expect(given.calls).toEqual(["cancelled"]);
    const second = await startWorker();
    await second.says("run.done");
    await second.stop();
    const { run, ...rest } = await whatIsThere(runId);
    expect(run).toMatchObject({ state: "done", attempt: 2, losses: 0 });
    expect(rest).toMatchObject({ drafts: 1, calls: ["cancelled", "answered"] });
  });
});

describe.runIf(!onPostgres)("a data directory", { timeout: 120_000 }, () => {
  it("that a process has open is refused to a second one", async () => {
    const first = await startWorker();
    await expect(inPages(async () => {})).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringMatching(/^Another Countersign process has this data directory open\./),
    });
    await first.kill();
    await inPages(async () => {});
  });
});

describe.runIf(onPostgres)("pages and workers in processes of their own", { timeout: 120_000 }, () => {
  it("share the database: what the pages queue a worker writes, and the pages hear of it", async () => {
    await inPages(async (pages) => {
      await insertCast(pages.store, new Date());
      const { runId } = await storeNotes(asIn(pages));
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(await kindsOf(pages.store, runId as string)).toEqual(["run.queued"]);

      const heard: number[] = [];
      pages.live.subscribe((numbers) => void heard.push(...(numbers ?? [])));
      const worker = startProcess("lib/cli/worker.ts", env);
      await worker.says("The worker is running.");
      // Writing, checking, the draft, a notice to each of two attendees, and the end of the run.
      await vi.waitFor(() => expect(heard).toHaveLength(6), { timeout: 10_000 });
      expect((await kindsOf(pages.store, runId as string)).at(-1)).toBe("run.done");

      const later = await storeNotes(asIn(pages), { text: "Bo will call Novak by Friday." });
      await vi.waitFor(() => expect(heard).toHaveLength(6 + 2 + 6), { timeout: 5_000 });
      expect((await kindsOf(pages.store, later.runId as string)).at(-1)).toBe("run.done");
      expect(await worker.stop()).toBe(0);
    });
  });

  it("survive a killed worker: another that is running takes its run over", async () => {
    const runId = await queueRun();
    claude.script({ kind: "timeout" });
    const first = await startWorker();
    await asked(1);
    const second = await startWorker();
    await first.kill();
    await endLeases();
    await second.says("run.done");
    const { run, drafts: made } = await whatIsThere(runId);
    expect(run).toMatchObject({ state: "done", attempt: 2 });
    expect(made).toBe(1);
  });
});

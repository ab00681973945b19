import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { leadEntries, leadImportParts, leadImportRows, leads, suppressions } from "#drizzle/schema/schema";
import { manyLeads } from "#e2e/doubles/lead-files";
import type { ImportPoint } from "#e2e/faults/cases";
import { AHEAD_MS } from "#e2e/faults/homes";
import { ctxFor, insertCast } from "#e2e/support/cast";
import { emptyServerDatabase, fillDataDirectory, onPostgres } from "#e2e/support/empty-database";
import { readLeadFile, sendLeadFile, startGuessed } from "#e2e/support/lead-imports";
import { startProcess } from "#e2e/support/processes";
import { until } from "#e2e/support/until";
import { findImport } from "#lib/lead-imports/find-import";
import { sweepImports } from "#lib/lead-imports/sweep-imports";
import { readConfig } from "#lib/runtime/config";
import { type Runtime, startRuntime } from "#lib/runtime/runtime";

const ROWS = 2_500;
const FILE = [...manyLeads(ROWS)].join("");

/** What waits for the worker that dies: a file to be read, or rows to be looked at and to become leads. One without a case does not compile. */
const CASES: Record<ImportPoint, "reading" | "importing"> = {
  "rows.stored": "reading",
  "before lead_import.read": "reading",
  "after lead_import.read": "reading",
  "rows.looked": "importing",
  "before lead_import.done": "importing",
  "after lead_import.done": "importing",
};

it.each(Object.entries(CASES) as [ImportPoint, "reading" | "importing"][])(
  "a worker killed at “%s” loses no row and adds nobody twice",
  { timeout: 180_000 },
  async (point, from) => {
    const env = await freshHome();
    const importId = await inRuntime(env, 0, async (runtime) => {
      await insertCast(runtime.store, new Date());
      const ctx = ctxFor(runtime.store, "ada", runtime);
      if (from === "reading") return sendLeadFile(ctx, FILE);
      const id = await readLeadFile(ctx, FILE);
      await startGuessed(ctx, id);
      return id;
    });
    const victim = startProcess("e2e/faults/victim.ts", { ...env, COUNTERSIGN_FAILPOINT: point }, [
      "work",
      `${AHEAD_MS}`,
    ]);
    expect(await victim.ends()).toBe("SIGKILL");
    await inRuntime(env, 2 * AHEAD_MS, async (runtime) => {
      const { store } = runtime;
      if (!point.startsWith("after lead_import.done")) expect(await store.raw.$count(leads)).toBe(0);
      if (from === "reading") {
        await performed(runtime, importId, "mapping");
        expect(await store.raw.$count(leadImportRows)).toBe(ROWS);
        await startGuessed(ctxFor(store, "ada", runtime), importId);
      }
      await performed(runtime, importId, "done");
      const { counts } = await findImport(store.raw, importId);
      expect(counts).toMatchObject({ added: ROWS, changed: 0, same: 0, refused: 0, optedOut: ROWS / 50 });
      expect(await store.raw.$count(leads)).toBe(ROWS);
      expect(await store.raw.$count(leadEntries)).toBe(ROWS);
      expect(await store.raw.$count(suppressions)).toBe(ROWS / 50);
      expect(await store.raw.$count(leadImportRows)).toBe(0);
      expect(await store.raw.$count(leadImportParts)).toBe(0);
    });
  },
);

async function freshHome(): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-importing-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const env: Record<string, string> = { COUNTERSIGN_DATA_DIR: folder };
  if (onPostgres) env.DATABASE_URL = await emptyServerDatabase();
  else await fillDataDirectory(folder);
  return env;
}

/** Opens a home, with a worker where it is some time ahead of the clock. */
async function inRuntime<T>(
  env: Record<string, string>,
  ahead: number,
  work: (runtime: Runtime) => Promise<T>,
): Promise<T> {
  const now = () => new Date(Date.now() + ahead);
  const runtime = await startRuntime(readConfig(env), { worker: ahead > 0 }, now);
  return work(runtime).finally(runtime.close);
}

/** Sweeps, which a worker does every ten seconds, and waits until the import is there. */
async function performed(runtime: Runtime, importId: string, state: "mapping" | "done"): Promise<void> {
  await sweepImports(runtime);
  await until(async () => (await findImport(runtime.store.raw, importId)).state === state);
}

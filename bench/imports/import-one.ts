import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { measureFloors } from "#bench/imports/floors";
import { watchMemory } from "#bench/imports/peak";
import { report, round } from "#bench/measure";
import { manyLeads } from "#e2e/doubles/lead-files";
import { ctxFor, insertCast } from "#e2e/support/cast";
import { startGuessed } from "#e2e/support/lead-imports";
import { openPglite } from "#lib/db/open-pglite";
import { openPostgres } from "#lib/db/open-postgres";
import type { Ctx, UserCtx } from "#lib/events/context";
import { addPart } from "#lib/lead-imports/add-part";
import { beginImport } from "#lib/lead-imports/begin-import";
import { claimImport } from "#lib/lead-imports/lease";
import { PART_BYTES } from "#lib/lead-imports/limits";
import { lookThrough } from "#lib/lead-imports/look-through";
import { mergeImport } from "#lib/lead-imports/merge-import";
import { performImport } from "#lib/lead-imports/perform-import";

// Imports so many leads into the database that is named ("pglite", or an address), twice, and says how long each step
// took and what the process grew by beyond what it takes when nothing goes on.

const SETTLE_MS = 500;
const [where = "pglite", count = "200000"] = process.argv.slice(2);
const rows = Number(count);
const folder = mkdtempSync(join(tmpdir(), "countersign-import-"));
const store =
  where === "pglite"
    ? await openPglite(folder, "drizzle/migrations")
    : await openPostgres(where, "drizzle/migrations");
await insertCast(store, new Date("2026-08-01T12:00:00Z"));
const ctx = ctxFor(store, "bo", { now: () => new Date() });
const database = store.driver.kind;
// Loads and compiles what an import needs.
await importAll(1_000, "warm");
globalThis.gc?.();
const memory = await watchMemory();
await wait(SETTLE_MS);
const idle = memory.peakMb();
memory.reset();
const first = await importAll(rows, "");
report({
  bench: "import",
  database,
  rows,
  ...first,
  idle_mb: idle,
  peak_mb_over_idle: memory.peakMb() - idle,
});
memory.reset();
const second = await importAll(rows, "");
report({
  bench: "import the same again",
  database,
  rows,
  ...second,
  peak_mb_over_idle: memory.peakMb() - idle,
});
await memory.stop();
await measureFloors(store, rows);
await store.close();
rmSync(folder, { recursive: true });

async function importAll(many: number, seed: string) {
  const steps: Record<string, number> = {};
  const timed = async <T>(step: string, work: () => Promise<T>): Promise<T> => {
    const begin = performance.now();
    const value = await work();
    steps[`${step}_s`] = round((performance.now() - begin) / 1000);
    return value;
  };
  const system: Ctx = { ...ctx, actor: { kind: "system" } };
  const never = new AbortController().signal;
  const importId = await timed("send", () => send(ctx, many, seed));
  await timed("read", () => performImport(system, importId));
  await startGuessed(ctx, importId);
  const claimed = await claimImport(system, importId);
  if (!claimed) throw new Error("The import can’t be claimed.");
  await timed("look", () => lookThrough(system, claimed, never));
  await timed("merge", () => mergeImport(system, claimed));
  const all = Object.values(steps).reduce((sum, one) => sum + one, 0);
  return { ...steps, rows_per_s: Math.round(many / all) };
}

/** Sends a file that is nowhere as a whole, as a browser sends one from a disk. */
async function send(as: UserCtx, many: number, seed: string): Promise<string> {
  let size = 0;
  for (const piece of manyLeads(many, seed)) size += Buffer.byteLength(piece);
  const { importId } = await beginImport(as, { fileName: "many.csv", size });
  const part = Buffer.alloc(PART_BYTES);
  let filled = 0;
  let number = 0;
  for (const piece of manyLeads(many, seed))
    for (let bytes = Buffer.from(piece); bytes.length > 0; ) {
      const taken = bytes.copy(part, filled);
      bytes = bytes.subarray(taken);
      filled += taken;
      if (filled < PART_BYTES) continue;
      await addPart(as, { importId, number: number++, bytes: part });
      filled = 0;
    }
  if (filled > 0) await addPart(as, { importId, number, bytes: part.subarray(0, filled) });
  return importId;
}

import { readConfig } from "#lib/runtime/config";
import { type Runtime, startRuntime } from "#lib/runtime/runtime";

// On globalThis, because Next may load this module twice and there can be only one runtime.
const HANDLE = Symbol.for("countersign.runtime");
const shared = globalThis as { [HANDLE]?: Promise<Runtime> };

/**
 * The runtime of this process, started at the first call. COUNTERSIGN_WORKER=off leaves runs to other processes.
 * Refused while pages are built: the start after it wants the database, and may have another.
 */
export function getRuntime(): Promise<Runtime> {
  // Next’s name for it (PHASE_PRODUCTION_BUILD of next/constants), which programs without Next read here too.
  if (process.env.NEXT_PHASE === "phase-production-build")
    return Promise.reject(new Error("Pages are built without a database. Ask for the request first."));
  shared[HANDLE] ??= start();
  return shared[HANDLE];
}

/** Stops the runtime if it was started. */
export async function stopRuntime(): Promise<void> {
  const runtime = await shared[HANDLE];
  shared[HANDLE] = undefined;
  await runtime?.close();
}

async function start(): Promise<Runtime> {
  const config = readConfig(process.env);
  const worker = process.env.COUNTERSIGN_WORKER !== "off";
  return startRuntime(config, { worker });
}

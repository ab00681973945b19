import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { and, eq, inArray, lte, or } from "drizzle-orm";
import { deliveries, runs, unsealedEvents } from "#drizzle/schema/schema";
import { type Act, act } from "#e2e/faults/acts";
import { AHEAD_MS, type Home } from "#e2e/faults/homes";
import { until } from "#e2e/support/until";
import { sweepDeliveries } from "#lib/deliveries/sweep-deliveries";
import { sweepStandups } from "#lib/digests/sweep-standups";
import { sealEvents } from "#lib/events/seal";
import { sweepRuns } from "#lib/runs/sweep-runs";
import { readConfig } from "#lib/runtime/config";
import { type Runtime, startRuntime } from "#lib/runtime/runtime";

/**
 * Starts a process of Countersign after one that died; whoever got no answer does it again. Calls `look` when nothing
 * is under way or due any more, and returns whether what was done again had been done before.
 */
export async function recover(
  env: Home["env"],
  again: Act | null,
  look: (runtime: Runtime) => Promise<void>,
): Promise<"now" | "before" | null> {
  let ahead = 2 * AHEAD_MS;
  const now = () => new Date(Date.now() + ahead);
  const answer = again && (await doAgain(env, again, now));
  const runtime = await startRuntime(readConfig(env), { worker: true }, now);
  try {
    await settle(runtime);
    // What the act made is due later.
    ahead += AHEAD_MS;
    await settle(runtime);
    await sealAll(runtime);
    await look(runtime);
    return answer;
  } finally {
    await runtime.close();
  }
}

// Before a worker is there: everything is due by now, and it would be faster than whoever takes something back.
async function doAgain(env: Home["env"], again: Act, now: () => Date): Promise<"now" | "before"> {
  const runtime = await startRuntime(readConfig(env), { worker: false }, now);
  return act(runtime, again).finally(runtime.close);
}

/** Sweeps, which a worker does every ten seconds, and waits until it has nothing in hand. */
export async function settle(runtime: Runtime): Promise<void> {
  await sweepStandups(runtime);
  await sweepRuns(runtime);
  await sweepDeliveries(runtime);
  const { raw } = runtime.store;
  const due = and(eq(deliveries.state, "scheduled"), lte(deliveries.dueAt, runtime.now()));
  const open = or(eq(deliveries.state, "sending"), due);
  const busy = inArray(runs.state, ["queued", "writing", "checking"]);
  await until(async () => (await raw.$count(runs, busy)) + (await raw.$count(deliveries, open)) === 0);
}

// The worker may be at it, and is then left to it: what came after its look is sealed by the next.
async function sealAll({ store }: Runtime): Promise<void> {
  await until(async () => {
    await sealEvents(store);
    return (await store.raw.$count(unsealedEvents)) === 0;
  });
}

/** The files in a folder of exports, each with what tells a second writing of it. */
export function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => `${name} ${statSync(join(folder, name)).ino}`);
  } catch {
    return [];
  }
}

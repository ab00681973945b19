// Countersign without its pages, for tests that kill it. Prints "ready", then the kind of each event as it happens.
import { asc, inArray } from "drizzle-orm";
import { events } from "#drizzle/schema/schema";
import { untilSignal } from "#lib/cli/until-signal";
import { reader } from "#lib/db/store";
import type { Heard } from "#lib/events/live";
import { getRuntime, stopRuntime } from "#lib/runtime/handle";

const runtime = await getRuntime();
runtime.live.subscribe((heard) => void print(heard));
// Before it is said: who is told that it is ready may stop it at once.
const stopped = untilSignal(stopRuntime);
console.log("ready");
await stopped;

async function print(heard: Heard): Promise<void> {
  const rows = await reader(runtime.store)
    .select({ kind: events.kind })
    .from(events)
    .where(inArray(events.seq, heard ?? []))
    .orderBy(asc(events.seq));
  for (const { kind } of rows) console.log(kind);
}

import { modelCalls } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import { reader } from "#lib/db/store";
import type { Ports } from "#lib/events/context";
import type { ModelCall } from "#lib/llm/model-call";
import type { ClaimedRun } from "#lib/runs/claim-run";

/** Keeps one model call and its cost, whatever became of the run. */
export async function recordCall(ports: Ports, run: ClaimedRun, call: ModelCall): Promise<void> {
  const id = newId("cal", call.startedAt);
  await reader(ports.store)
    .insert(modelCalls)
    .values({ ...call, id, runId: run.id, attempt: run.attempt });
}

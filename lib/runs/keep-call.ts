import { and, eq, exists, gte, inArray, not } from "drizzle-orm";
import { modelCalls, runs } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import { reader } from "#lib/db/store";
import type { Ports } from "#lib/events/context";
import { failpoint } from "#lib/events/failpoint";
import type { AskedCall, ModelCall } from "#lib/llm/model-call";
import type { ClaimedRun } from "#lib/runs/claim-run";

/**
 * Puts a model call on record before it is made. What it returns keeps how it ended and what it cost, whatever became
 * of the run.
 */
export async function keepCall(
  { store }: Pick<Ports, "store">,
  run: Pick<ClaimedRun, "id" | "attempt">,
  asked: AskedCall,
): Promise<(ended: ModelCall) => Promise<void>> {
  const id = newId("cal", asked.startedAt);
  await reader(store)
    .insert(modelCalls)
    .values({ ...asked, id, runId: run.id, attempt: run.attempt, outcome: "pending" });
  failpoint("call.pending");
  return async (ended) => {
    failpoint("call.answered");
    await reader(store).update(modelCalls).set(ended).where(eq(modelCalls.id, id));
    failpoint("call.kept");
  };
}

/**
 * Says of calls whose worker died that their answer is lost and perhaps billed. Should the worker live after all, it
 * still writes down how the call ended.
 */
export async function loseCalls({ store, now }: Pick<Ports, "store" | "now">): Promise<void> {
  const db = reader(store);
  const held = db
    .select({ id: runs.id })
    .from(runs)
    .where(
      and(
        eq(runs.id, modelCalls.runId),
        eq(runs.attempt, modelCalls.attempt),
        inArray(runs.state, ["writing", "checking"]),
        gte(runs.leaseUntil, now()),
      ),
    );
  await db
    .update(modelCalls)
    .set({
      outcome: "lost",
      priceNote: "The worker stopped before the answer was kept; it may have been billed.",
    })
    .where(and(eq(modelCalls.outcome, "pending"), not(exists(held))));
}

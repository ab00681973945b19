import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { modelCalls, runSources, runs } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { forgetProposals } from "#lib/runs/keep-call";

/** Takes out what a model's host said of a source that it refused, which may quote it, and what was proposed from it. */
export async function forgetAnswers(tx: Tx, sourceId: string): Promise<void> {
  const of = tx.select({ id: runSources.runId }).from(runSources).where(eq(runSources.sourceId, sourceId));
  await forgetProposals(tx, inArray(modelCalls.runId, of));
  const bare = sql`regexp_replace(${runs.error}->>'sentence', ${" It said: “.*$"}, '')`;
  await tx
    .update(runs)
    .set({ error: sql`jsonb_set(${runs.error}, '{sentence}', to_jsonb(${bare}))` })
    .where(and(inArray(runs.id, of), isNotNull(runs.error)));
}

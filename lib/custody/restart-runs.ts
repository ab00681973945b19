import { and, eq, inArray } from "drizzle-orm";
import { runSources, runs } from "#drizzle/schema/schema";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";

/** A run that has read the words begins again on what is left. */
export async function restartRuns(ctx: Ctx, { tx, record, enqueue }: Work, sourceId: string): Promise<void> {
  const of = tx.select({ id: runSources.runId }).from(runSources).where(eq(runSources.sourceId, sourceId));
  const again = await tx
    .update(runs)
    .set({ state: "queued", dueAt: ctx.now(), leaseUntil: null })
    .where(and(inArray(runs.id, of), inArray(runs.state, ["writing", "checking"])))
    .returning({ id: runs.id });
  for (const { id } of again) {
    record({ kind: "run.retried", subjectId: id, sourceId, data: {} });
    enqueue({ kind: "run", id });
  }
}

import { and, eq, inArray, sql } from "drizzle-orm";
import { runSources, runs } from "#drizzle/schema/schema";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { HELD_FOR_BUDGET } from "#lib/runs/hold-over-budget";
import { whyOverBudget } from "#lib/spend/month";

/** Queues the runs of a workflow again that were held for its budget, if that is not used up now. Returns how many. */
export async function releaseHeld(ctx: Ctx, work: Work, workflow: string): Promise<number> {
  if (await whyOverBudget(work.tx, workflow, ctx.now())) return 0;
  const released = await work.tx
    .update(runs)
    .set({
      state: "queued",
      attemptsBefore: sql`${runs.attempt}`,
      losses: 0,
      dueAt: ctx.now(),
      error: null,
      endedAt: null,
    })
    .where(and(eq(runs.workflow, workflow), heldForBudget()))
    .returning({ id: runs.id });
  if (released.length === 0) return 0;
  const ids = released.map(({ id }) => id);
  const firsts = await work.tx
    .select({ runId: runSources.runId, sourceId: runSources.sourceId })
    .from(runSources)
    .where(and(inArray(runSources.runId, ids), eq(runSources.position, 0)));
  const sourceOf = new Map(firsts.map(({ runId, sourceId }) => [runId, sourceId]));
  for (const id of ids) {
    work.record({ kind: "run.released", subjectId: id, sourceId: sourceOf.get(id), data: {} });
    work.enqueue({ kind: "run", id });
  }
  return ids.length;
}

/**
 * The condition for runs that wait for a budget. The state is written out: few runs are held, but a plan kept for any
 * state reads all there ever were.
 */
export function heldForBudget() {
  return and(sql`${runs.state} = 'held'`, sql`${runs.error} ->> 'kind' = ${HELD_FOR_BUDGET}`);
}

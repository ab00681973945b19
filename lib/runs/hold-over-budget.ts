import { reader } from "#lib/db/store";
import { ignoreConflict } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import type { ClaimedRun } from "#lib/runs/claim-run";
import { moveRun } from "#lib/runs/move-run";
import { whyOverBudget } from "#lib/spend/month";

/** The kind of the error that a run shows which waits for a budget. */
export const HELD_FOR_BUDGET = "budget";

/**
 * Holds a run whose workflow has used its budget up, before anything is paid for, and says whether it did. What the
 * rules write costs nothing and goes on. Runs that are under way at once may spend a little more than there is.
 */
export async function heldOverBudget(ctx: Ctx, run: ClaimedRun): Promise<boolean> {
  if (run.writer !== "claude") return false;
  const sentence = await whyOverBudget(reader(ctx.store), run.workflow, ctx.now());
  if (!sentence) return false;
  await transact(ctx, async ({ tx, record }) => {
    const error = { kind: HELD_FOR_BUDGET, sentence };
    await moveRun(tx, { id: run.id, attempt: run.attempt, from: ["writing"] }, "held", {
      error,
      endedAt: ctx.now(),
      leaseUntil: null,
    });
    record({
      kind: "run.held",
      subjectId: run.id,
      sourceId: run.sources[0]?.sourceId,
      data: { kind: HELD_FOR_BUDGET },
    });
  }).catch(ignoreConflict);
  return true;
}

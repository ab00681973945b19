import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { findSteerable } from "#lib/runs/find-run";
import { moveRun } from "#lib/runs/move-run";
import { CancelRun } from "#lib/runs/schema";

/** Stops a run that has brought no draft yet. `conflict` where it has ended by now. */
export async function cancelRun(ctx: UserCtx, input: CancelRun): Promise<void> {
  const { runId } = CancelRun.parse(input);
  return transact(ctx, async ({ tx, record }) => {
    const { sourceId } = await findSteerable(ctx, tx, runId);
    await moveRun(tx, { id: runId }, "cancelled", { endedAt: ctx.now(), leaseUntil: null });
    record({ kind: "run.cancelled", subjectId: runId, sourceId, data: {} });
  });
}

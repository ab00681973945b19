import type { Ctx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import type { ClaimedRun } from "#lib/runs/claim-run";
import { moveRun } from "#lib/runs/move-run";

/** Says that the writer has answered and grounding begins. */
export function startChecking(ctx: Ctx, run: ClaimedRun): Promise<void> {
  return transact(ctx, async ({ tx, record }) => {
    await moveRun(tx, { id: run.id, attempt: run.attempt }, "checking", { checkingAt: ctx.now() });
    record({
      kind: "run.checking",
      subjectId: run.id,
      sourceId: run.sources[0]?.sourceId,
      data: { attempt: run.attempt },
    });
  });
}

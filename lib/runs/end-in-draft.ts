import { insertDraft } from "#lib/drafts/insert-draft";
import type { Ctx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import type { Grounded } from "#lib/grounding/ground";
import type { ClaimedRun } from "#lib/runs/claim-run";
import { moveRun } from "#lib/runs/move-run";
import type { WriterInput } from "#lib/workflows/define";

/** Ends a run in a draft to review, in one transaction: both are there, or neither. */
export function endRunInDraft(
  ctx: Ctx,
  run: ClaimedRun,
  input: WriterInput,
  grounded: Grounded,
): Promise<string> {
  return transact(ctx, async (work) => {
    const draftId = await insertDraft(ctx, work, { run, input, grounded });
    await moveRun(work.tx, { id: run.id, attempt: run.attempt }, "done", {
      draftId,
      endedAt: ctx.now(),
      leaseUntil: null,
    });
    work.record({ kind: "run.done", subjectId: run.id, sourceId: input.sources[0].id, data: { draftId } });
    return draftId;
  });
}

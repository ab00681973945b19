import { findRewrite } from "#lib/drafts/take-rewrite";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { findSteerable } from "#lib/runs/find-run";
import { moveRun } from "#lib/runs/move-run";
import { refuseSecondDraft, refuseSecondRun } from "#lib/runs/one-draft";
import { RetryRun } from "#lib/runs/schema";
import { writerOf } from "#lib/runs/writer";
import { getWorkflow } from "#lib/workflows/registry";

/**
 * Queues a run again that failed, was held or was cancelled, with the writer that is connected now or with the rules.
 * `conflict` while another run on its source goes on or a draft of it waits.
 */
export async function retryRun(ctx: UserCtx, input: RetryRun): Promise<void> {
  const { runId, writer } = RetryRun.parse(input);
  return transact(ctx, async ({ tx, record, enqueue }) => {
    const { run, sourceId } = await findSteerable(ctx, tx, runId);
    if (await findRewrite(tx, runId)) await refuseSecondRun(tx, { sourceId, runId });
    else await refuseSecondDraft(tx, { sourceId, runId });
    await moveRun(tx, { id: runId, from: ["failed", "held", "cancelled"] }, "queued", {
      ...writerOf(getWorkflow(run.workflow), ctx.llm, writer),
      attemptsBefore: run.attempt,
      losses: 0,
      dueAt: ctx.now(),
      error: null,
      endedAt: null,
    });
    record({ kind: "run.retried", subjectId: runId, sourceId, data: {} });
    enqueue({ kind: "run", id: runId });
  });
}

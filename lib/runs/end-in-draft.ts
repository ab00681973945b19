import { eq } from "drizzle-orm";
import type { RunError } from "#drizzle/schema/runs";
import { modelCalls } from "#drizzle/schema/schema";
import { approveByStanding } from "#lib/drafts/approve-by-standing";
import { insertDraft } from "#lib/drafts/insert-draft";
import { findRewrite, takeRewrite } from "#lib/drafts/take-rewrite";
import type { Ctx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import type { Grounded } from "#lib/grounding/ground";
import type { ClaimedRun } from "#lib/runs/claim-run";
import { forgetProposals } from "#lib/runs/keep-call";
import { keepNeeds } from "#lib/runs/keep-needs";
import { moveRun } from "#lib/runs/move-run";
import { isStillKnown } from "#lib/runs/still-known";
import type { WriterInput } from "#lib/workflows/define";

/**
 * Ends a run in a draft to review, or in the next revision of the one it writes again, in one transaction: both are
 * there, or neither. Where that draft was decided in the meantime, nothing becomes of it but what it cost; where what it
 * was told of earlier meetings is no longer so, it is written once more.
 */
export function endRunInDraft(
  ctx: Ctx,
  run: ClaimedRun,
  input: WriterInput,
  grounded: Grounded,
): Promise<string | null> {
  return transact(ctx, async (work) => {
    const known = input.known ?? [];
    if (!(await isStillKnown(work.tx, input.sources[0].id, known))) return beginAgain(ctx, work, run);
    const rewrite = await findRewrite(work.tx, run.id);
    const ended = rewrite && (await takeRewrite(ctx, work, rewrite, grounded, run));
    if (ended && "nothing" in ended) return endInNothing(ctx, work, run, ended.nothing);
    const draftId = rewrite?.draftId ?? (await propose(ctx, work, run, input, grounded));
    await keepNeeds(work.tx, run.id, known);
    await moveRun(work.tx, { id: run.id, attempt: run.attempt }, "done", {
      draftId,
      endedAt: ctx.now(),
      leaseUntil: null,
    });
    await forgetProposals(work.tx, eq(modelCalls.runId, run.id));
    work.record({ kind: "run.done", subjectId: run.id, sourceId: input.sources[0].id, data: { draftId } });
    return draftId;
  });
}

async function propose(
  ctx: Ctx,
  work: Work,
  run: ClaimedRun,
  input: WriterInput,
  grounded: Grounded,
): Promise<string> {
  const draftId = await insertDraft(ctx, work, { run, input, grounded });
  await approveByStanding(ctx, work, { draftId, runId: run.id, statements: grounded.statements });
  return draftId;
}

async function endInNothing(ctx: Ctx, { tx, record }: Work, run: ClaimedRun, error: RunError): Promise<null> {
  const ended = { error, endedAt: ctx.now(), leaseUntil: null };
  await moveRun(tx, { id: run.id, attempt: run.attempt }, "cancelled", ended);
  await forgetProposals(tx, eq(modelCalls.runId, run.id));
  record({ kind: "run.cancelled", subjectId: run.id, sourceId: run.sources[0]?.sourceId, data: {} });
  return null;
}

/** Nothing that was proposed is kept: it may repeat what is not to be read any more. */
async function beginAgain(ctx: Ctx, { tx, record, enqueue }: Work, run: ClaimedRun): Promise<null> {
  await moveRun(tx, { id: run.id, attempt: run.attempt }, "queued", { dueAt: ctx.now(), leaseUntil: null });
  await forgetProposals(tx, eq(modelCalls.runId, run.id));
  record({ kind: "run.retried", subjectId: run.id, sourceId: run.sources[0]?.sourceId, data: {} });
  enqueue({ kind: "run", id: run.id });
  return null;
}

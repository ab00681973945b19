import { and, asc, eq, isNotNull } from "drizzle-orm";
import { rewrites, runs } from "#drizzle/schema/schema";
import { reader, type Tx } from "#lib/db/store";
import { lostRace } from "#lib/drafts/conflict";
import { findVisibleDraft, lockReviewable } from "#lib/drafts/find-draft";
import { getRevision } from "#lib/drafts/revision-queries";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { leadSources } from "#lib/leads/lead-sources";
import { refuseSecondRun } from "#lib/runs/one-draft";
import { queueRun, type SourceRef } from "#lib/runs/queue-run";
import { RewriteDraft } from "#lib/runs/schema";
import { writerOf } from "#lib/runs/writer";
import { digestSourcesOf } from "#lib/standups/digest-sources";
import { getWorkflow } from "#lib/workflows/registry";

/**
 * Asks for a draft that waits, or one of its statements, to be written again from the newest version of its source, and
 * returns the id of the run. Whoever may decide may. What comes of it is the next revision; what people changed stays.
 * `conflict` where the draft went on in the meantime or a run on its source goes on; `invalid` where the rules would
 * write, and are asked for more than to try again.
 */
export async function rewriteDraft(ctx: UserCtx, input: RewriteDraft): Promise<{ runId: string }> {
  const { draftId, revision, statementId, instruction, writer } = RewriteDraft.parse(input);
  const { sourceId } = await findVisibleDraft(ctx, reader(ctx.store), draftId);
  return transact(ctx, async (work) => {
    // The source first, as whoever deletes it takes them.
    await refuseSecondRun(work.tx, { sourceId });
    const { draft, newest } = await lockReviewable(ctx, work.tx, draftId);
    if (draft.state !== "pending" || draft.currentRevision !== revision)
      throw await lostRace(work.tx, draftId);
    const workflow = getWorkflow(draft.workflow);
    if ((instruction || statementId) && writerOf(workflow, ctx.llm, writer).writer === "rules")
      throw new AppError("invalid", NO_INSTRUCTIONS);
    if (statementId) await findStatement(work.tx, draftId, revision, statementId);
    const about = draft.leadId
      ? {
          sources: await leadSources(ctx, work, draft.leadId),
          lead: await sameLead(work.tx, draft.leadId, draftId),
        }
      : {
          sources:
            (await digestSourcesOf(ctx, work, draftId)) ?? ([{ sourceId, version: newest }] as [SourceRef]),
        };
    const runId = await queueRun(ctx, work, { workflow, ...about, requestedBy: ctx.actor.id, writer });
    const asked = { instruction: instruction || null, statementId: statementId ?? null };
    await work.tx.insert(rewrites).values({ runId, draftId, revision, ...asked });
    return { runId };
  });
}

/** Why the draft was written in the first place: it is for the same that it is written again. */
async function sameLead(tx: Tx, id: string, draftId: string) {
  const [run] = await tx
    .select({ occasion: runs.occasion })
    .from(runs)
    .where(and(eq(runs.draftId, draftId), isNotNull(runs.occasion)))
    .orderBy(asc(runs.createdAt))
    .limit(1);
  return run?.occasion ? { id, occasion: run.occasion } : undefined;
}

const NO_INSTRUCTIONS =
  "The built-in rules can’t follow words: they read the source the same way each time. Edit the draft yourself, or connect a model in the settings.";

async function findStatement(tx: Tx, draftId: string, revision: number, statementId: string): Promise<void> {
  const statements = await getRevision(tx, draftId, revision);
  if (!statements.some(({ id }) => id === statementId))
    throw new AppError("invalid", "This statement is not part of the draft.");
}

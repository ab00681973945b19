import { asc, eq } from "drizzle-orm";
import { revisions, users } from "#drizzle/schema/schema";
import { type Database, reader } from "#lib/db/store";
import type { BatchDraft } from "#lib/drafts/batch";
import { findVisibleDraft } from "#lib/drafts/find-draft";
import { findHold } from "#lib/drafts/holding";
import { approversSentence, canReview } from "#lib/drafts/policy";
import { getRevision } from "#lib/drafts/revision-queries";
import { BatchOf } from "#lib/drafts/schema";
import { isAppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { readBatchMail } from "#lib/outreach/batch-mail";
import { listDraftQuotes } from "#lib/records/quotes";
import { getWorkflow } from "#lib/workflows/registry";

/**
 * Drafts to be read one below the other, each in full at its newest revision, in the order they were asked for. Those
 * the actor may not see, or that are gone, are left out. `invalid` for more than a batch holds.
 */
export async function listBatch(ctx: UserCtx, draftIds: string[]): Promise<BatchDraft[]> {
  const ids = [...new Set(BatchOf.parse(draftIds))];
  const found = await Promise.all(ids.map((id) => findBatchDraft(ctx, id)));
  return found.filter((draft) => draft !== undefined);
}

async function findBatchDraft(ctx: UserCtx, draftId: string): Promise<BatchDraft | undefined> {
  const db = reader(ctx.store);
  const found = await findVisibleDraft(ctx, db, draftId).catch(undefinedIfGone);
  if (!found) return undefined;
  const { draft } = found;
  const workflow = getWorkflow(draft.workflow);
  const [statements, proposed, quotes, by, hold] = await Promise.all([
    getRevision(db, draftId, draft.currentRevision),
    getRevision(db, draftId, 1),
    listDraftQuotes(ctx, draftId),
    listAuthors(db, draftId),
    findHold(ctx, db, draftId),
  ]);
  const may = canReview(ctx.actor, workflow.approvers, found);
  return {
    id: draft.id,
    title: draft.title,
    workflow: workflow.key,
    workflowLabel: workflow.label,
    sections: workflow.sections,
    state: draft.state,
    revision: draft.currentRevision,
    statements,
    proposed,
    quotes: Object.fromEntries(quotes),
    editedBy: by,
    heldBy: hold && hold.holderId !== ctx.actor.id ? hold.by : null,
    stale: found.newest > found.version,
    mail: await readBatchMail(ctx, db, { draftId, leadId: draft.leadId, statements }),
    mayReview: may ? { yes: true } : { yes: false, reason: approversSentence(workflow.approvers) },
  };
}

function undefinedIfGone(error: unknown): undefined {
  if (!isAppError(error, "not_found")) throw error;
}

/** Who wrote revisions over what the run proposed, once each. */
async function listAuthors(db: Database, draftId: string): Promise<string[]> {
  const rows = await db
    .select({ name: users.name })
    .from(revisions)
    .innerJoin(users, eq(users.id, revisions.authorId))
    .where(eq(revisions.draftId, draftId))
    .orderBy(asc(revisions.number));
  return [...new Set(rows.map(({ name }) => name))];
}

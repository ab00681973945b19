import { and, asc, desc, eq, sql } from "drizzle-orm";
import { draftSources, drafts, leads, sourceAttendees, sources, teams } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import { refuseWhileHeld, type SeenDraft } from "#lib/drafts/holding";
import { approversSentence, canReview, type Standing } from "#lib/drafts/policy";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { openToAll, visibleDraft } from "#lib/sources/visibility";
import { getWorkflow } from "#lib/workflows/registry";

/** A draft the actor may see, with what they are to it; `not_found` otherwise. */
export async function findVisibleDraft(ctx: UserCtx, db: Tx | Database, draftId: string) {
  return withStanding(ctx, db, draftId, await selectVisible(ctx, db, draftId));
}

/**
 * Like `findVisibleDraft`, and holds the draft until the transaction ends: who decides on it at the same time waits, and
 * then sees what was decided. So the moments of decisions stand in the order of the decisions.
 */
export async function lockVisibleDraft(ctx: UserCtx, tx: Tx, draftId: string) {
  return withStanding(ctx, tx, draftId, await selectVisible(ctx, tx, draftId).for("no key update"));
}

/**
 * A draft the actor may see and decide on, held like `lockVisibleDraft` does; `forbidden` names who may. `conflict`
 * where somebody else holds it, or has since the actor took hold of it.
 */
export async function lockReviewable(ctx: UserCtx, tx: Tx, draftId: string, seen: SeenDraft = {}) {
  const found = await lockAsApprover(ctx, tx, draftId);
  await refuseWhileHeld(ctx, tx, found.draft, seen);
  return found;
}

/** The same, whoever holds the draft. */
export async function lockAsApprover(ctx: UserCtx, tx: Tx, draftId: string) {
  const found = await lockVisibleDraft(ctx, tx, draftId);
  const { approvers } = getWorkflow(found.draft.workflow);
  if (!canReview(ctx.actor, approvers, found)) throw new AppError("forbidden", approversSentence(approvers));
  return found;
}

type Draft = typeof drafts.$inferSelect;

function selectVisible(ctx: UserCtx, db: Tx | Database, draftId: string) {
  return db
    .select()
    .from(drafts)
    .where(and(eq(drafts.id, draftId), visibleDraft(ctx.actor, drafts.id)));
}

async function withStanding(ctx: UserCtx, db: Tx | Database, draftId: string, [draft]: Draft[]) {
  if (!draft || draft.state === "deleted")
    throw new AppError(
      "not_found",
      "There is no such draft: its source was deleted, or is not shared with you.",
    );
  const standing = await standingOf(ctx, db, draftId);
  return { draft: { ...draft, state: draft.state }, ...standing };
}

/** What the actor is to a draft, by the first of its sources. Whether they may see it was asked before. */
export async function standingOf(
  ctx: Pick<UserCtx, "actor">,
  db: Tx | Database,
  draftId: string,
): Promise<Standing & { sourceId: string; version: number; newest: number; isOpen: boolean }> {
  const [row] = await db
    .select({
      sourceId: sources.id,
      version: draftSources.version,
      newest: sources.currentVersion,
      isAuthor: sql<boolean>`(${ctx.actor.id} in (${sources.authorId}, ${sources.keeperId})) is true`,
      isAttendee: sql<boolean>`exists (select 1 from ${sourceAttendees} where ${sourceAttendees.sourceId} = ${sources.id} and ${sourceAttendees.userId} = ${ctx.actor.id})`,
      isOwner: sql<boolean>`exists (select 1 from ${leads} join ${drafts} on ${drafts.leadId} = ${leads.id} where ${drafts.id} = ${draftId} and ${leads.ownerId} = ${ctx.actor.id})`,
      isLead: sql<boolean>`exists (select 1 from ${teams} where ${teams.id} = ${sources.teamId} and ${teams.leadId} = ${ctx.actor.id})`,
      isOpen: openToAll(draftId),
    })
    .from(draftSources)
    .innerJoin(sources, eq(sources.id, draftSources.sourceId))
    .where(eq(draftSources.draftId, draftId))
    // One that was corrected since comes first: whoever decides has to look at that.
    .orderBy(desc(sql`${sources.currentVersion} > ${draftSources.version}`), asc(draftSources.sourceId))
    .limit(1);
  if (!row) throw new Error(`Draft ${draftId} has no source.`);
  return row;
}

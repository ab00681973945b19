import { and, eq } from "drizzle-orm";
import type { DraftState, ReviewDecision } from "#drizzle/schema/drafts";
import { drafts, reviews } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import type { Tx } from "#lib/db/store";
import { lostRace } from "#lib/drafts/conflict";
import { endHold } from "#lib/drafts/holding";
import type { KeptReading } from "#lib/drafts/measured";
import type { DRAFT_TRANSITIONS } from "#lib/drafts/states";
import type { UserCtx } from "#lib/events/context";

type Decision<From extends DraftState> = {
  draftId: string;
  revision: number;
  from: From;
  to: (typeof DRAFT_TRANSITIONS)[From][number];
  decision: ReviewDecision;
  reason?: string;
  reasonId?: string | null;
  /** What the page measured, where it did, and whether that is too little for what was approved. */
  reading?: KeptReading;
  /** The version of the source that was seen. */
  sourceVersion?: number;
  /** The standing approval that stands for the actor's own. */
  standing?: string | undefined;
};

/** Moves a draft if it is still in the state and at the revision that was seen, and keeps the review. `conflict` otherwise. */
export async function decide<From extends DraftState>(
  ctx: UserCtx,
  tx: Tx,
  {
    draftId,
    revision,
    from,
    to,
    decision,
    reason,
    reasonId,
    reading,
    sourceVersion,
    standing,
  }: Decision<From>,
): Promise<void> {
  const at = ctx.now();
  const decided = to === "pending" ? null : { by: ctx.actor.id, at };
  const [row] = await tx
    .update(drafts)
    .set({ state: to, decidedBy: decided?.by ?? null, decidedAt: decided?.at ?? null })
    .where(and(eq(drafts.id, draftId), eq(drafts.state, from), eq(drafts.currentRevision, revision)))
    .returning({ id: drafts.id });
  if (!row) throw await lostRace(tx, draftId);
  await endHold(tx, draftId);
  await tx.insert(reviews).values({
    id: newId("rev", at),
    draftId,
    revision,
    decision,
    reviewerId: ctx.actor.id,
    reason: reason ?? null,
    reasonId: reasonId ?? null,
    activeMs: reading?.activeMs ?? null,
    evidenceShown: reading?.evidenceShown ?? null,
    unread: reading?.unread ?? null,
    sourceVersion: sourceVersion ?? null,
    standingApprovalId: standing ?? null,
    createdAt: at,
  });
}

import { and, desc, eq } from "drizzle-orm";
import { drafts, reviews, revisions, users } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import type { DeskConflict } from "#lib/drafts/view";
import { AppError } from "#lib/errors";

const PAST = { approved: "approved", rejected: "rejected", edited: "changed", reopened: "reopened" } as const;

/** The `conflict` of a lost race: who was faster, what they did, and what the draft is now. */
export async function lostRace(tx: Tx | Database, draftId: string): Promise<AppError> {
  const [row] = await tx
    .select({
      revision: drafts.currentRevision,
      statements: revisions.statements,
      decision: reviews.decision,
      by: users.name,
      at: reviews.createdAt,
    })
    .from(drafts)
    .innerJoin(revisions, and(eq(revisions.draftId, drafts.id), eq(revisions.number, drafts.currentRevision)))
    .leftJoin(reviews, eq(reviews.draftId, drafts.id))
    .leftJoin(users, eq(users.id, reviews.reviewerId))
    .where(eq(drafts.id, draftId))
    .orderBy(desc(reviews.createdAt), desc(reviews.id))
    .limit(1);
  if (!row?.decision || !row.by || !row.at)
    return new AppError("conflict", "The draft has changed in the meantime.");
  const what = row.decision === "undone" ? "reopened" : row.decision;
  const conflict: DeskConflict = {
    by: row.by,
    at: row.at.toISOString(),
    what,
    revision: row.revision,
    statements: row.statements,
  };
  return new AppError("conflict", `${row.by} ${PAST[what]} this draft before you.`, { conflict });
}

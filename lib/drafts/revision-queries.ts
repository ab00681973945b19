import { and, asc, eq } from "drizzle-orm";
import { evidence, revisions } from "#drizzle/schema/schema";
import { type Database, reader, type Tx } from "#lib/db/store";
import { findVisibleDraft } from "#lib/drafts/find-draft";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import type { Evidence, Statement } from "#lib/grounding/statement";

/** The statements of one revision, or `not_found`. Who may see the draft was asked before. */
export async function getRevision(db: Tx | Database, draftId: string, number: number): Promise<Statement[]> {
  const [row] = await db
    .select({ statements: revisions.statements })
    .from(revisions)
    .where(and(eq(revisions.draftId, draftId), eq(revisions.number, number)));
  if (!row) throw new AppError("not_found", "There is no such revision of the draft.");
  return row.statements;
}

/** Where the statements of a draft stand in its sources. */
export function listEvidence(db: Tx | Database, draftId: string): Promise<Evidence[]> {
  return db
    .select({
      statementId: evidence.statementId,
      sourceId: evidence.sourceId,
      version: evidence.version,
      start: evidence.start,
      end: evidence.end,
      sentenceStart: evidence.sentenceStart,
      sentenceEnd: evidence.sentenceEnd,
    })
    .from(evidence)
    .where(eq(evidence.draftId, draftId))
    .orderBy(asc(evidence.sourceId), asc(evidence.start));
}

/** A revision with its evidence, for somebody who may see the draft; `not_found` otherwise. */
export async function readRevision(ctx: UserCtx, draftId: string, number: number) {
  const db = reader(ctx.store);
  await findVisibleDraft(ctx, db, draftId);
  const [statements, evidence] = await Promise.all([
    getRevision(db, draftId, number),
    listEvidence(db, draftId),
  ]);
  return { revision: number, statements, evidence };
}

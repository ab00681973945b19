import { and, desc, eq, inArray, ne } from "drizzle-orm";
import type { MentionedKind } from "#drizzle/schema/mentions";
import { actions, decisions, drafts, mentions, questions, revisions } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";

const TABLES = { action: actions, decision: decisions, question: questions };

/**
 * Before the records of a draft go with its source: what another approved draft said again goes on living there, in that
 * one's words, so that deleting one meeting takes nothing that was agreed in another.
 */
export async function rehomeRecords(tx: Tx, draftId: string): Promise<void> {
  for (const kind of ["action", "decision", "question"] as const) await rehome(tx, draftId, kind);
}

async function rehome(tx: Tx, draftId: string, kind: MentionedKind): Promise<void> {
  const table = TABLES[kind];
  const made = tx.select({ id: table.id }).from(table).where(eq(table.draftId, draftId));
  const said = await tx
    .select({
      recordId: mentions.recordId,
      draftId: mentions.draftId,
      statementId: mentions.statementId,
      statements: revisions.statements,
    })
    .from(mentions)
    .innerJoin(drafts, and(eq(drafts.id, mentions.draftId), eq(drafts.state, "approved")))
    .innerJoin(revisions, and(eq(revisions.draftId, drafts.id), eq(revisions.number, drafts.currentRevision)))
    .where(and(eq(mentions.as, "same"), inArray(mentions.recordId, made), ne(mentions.draftId, draftId)))
    .orderBy(desc(mentions.createdAt));
  const homes = new Map(said.toReversed().map((one) => [one.recordId, one]));
  for (const { recordId, statements, ...home } of homes.values()) {
    const text = statements.find(({ id }) => id === home.statementId)?.text;
    if (text === undefined) continue;
    await tx
      .update(table)
      .set({ ...home, text })
      .where(eq(table.id, recordId));
    await tx
      .delete(mentions)
      .where(and(eq(mentions.draftId, home.draftId), eq(mentions.statementId, home.statementId)));
  }
}

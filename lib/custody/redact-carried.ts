import { and, eq, inArray, ne } from "drizzle-orm";
import { actions, drafts, revisions, runNeeds, runs } from "#drizzle/schema/schema";
import {
  listRevisions,
  maskStatement,
  redactRewritten,
  revise,
  withoutWords,
} from "#lib/custody/redact-draft";
import { writeDocument } from "#lib/custody/redact-records";
import type { Tx } from "#lib/db/store";
import { countStatements } from "#lib/drafts/counts";
import { getRevision } from "#lib/drafts/revision-queries";
import type { UserCtx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { isCarried } from "#lib/grounding/earlier-choices";
import type { Statement } from "#lib/grounding/statement";

/** What stands in place of an action carried over from a meeting that was deleted. */
export const DELETED_ACTION = "An action of a deleted meeting";

type Draft = typeof drafts.$inferSelect;
/** The actions that drafts made, and the drafts of later meetings that carry them as still open. */
export type Carrying = { draftIds: string[]; actionIds: string[]; later: Draft[] };

/**
 * Looked up and locked before anything is changed: afterwards the actions may be gone, and an approval locks its draft
 * before the actions it is about.
 */
export async function lockCarrying(tx: Tx, draftIds: string[]): Promise<Carrying> {
  const made = await tx.select({ id: actions.id }).from(actions).where(inArray(actions.draftId, draftIds));
  const actionIds = made.map(({ id }) => id);
  if (actionIds.length === 0) return { draftIds, actionIds, later: [] };
  const told = tx
    .select({ id: runs.draftId })
    .from(runs)
    .innerJoin(runNeeds, eq(runNeeds.runId, runs.id))
    .where(inArray(runNeeds.recordId, actionIds));
  const later = await tx
    .select()
    .from(drafts)
    .where(and(inArray(drafts.id, told), ne(drafts.state, "deleted")))
    .orderBy(drafts.id)
    .for("update");
  return { draftIds, actionIds, later: later.filter(({ id }) => !draftIds.includes(id)) };
}

/** Takes words out of the actions as later drafts carry them; what was dropped from its own meeting goes there as well. */
export async function redactCarried(ctx: UserCtx, work: Work, of: Carrying, words: string): Promise<void> {
  const { draftIds, actionIds, later } = of;
  const left = await work.tx
    .select({ id: actions.id })
    .from(actions)
    // What another meeting said again lives on there, in other words.
    .where(and(inArray(actions.id, actionIds), inArray(actions.draftId, draftIds)));
  const stands = new Set(left.map(({ id }) => id));
  const redact = (statement: Statement) =>
    stands.has(statement.earlier?.id ?? "") ? maskStatement(statement, words) : withoutWords(statement);
  for (const draft of later) {
    const statements = await replaceCarried(work, draft, actionIds, redact);
    if (statements && draft.state === "pending") await revise(ctx, work.tx, draft, statements);
  }
}

/** Takes out what later drafts carry of actions that go with their meeting. */
export async function forgetCarried(work: Work, { actionIds, later }: Carrying): Promise<void> {
  const forget = (statement: Statement) => ({ ...withoutWords(statement), text: DELETED_ACTION });
  for (const draft of later) await replaceCarried(work, draft, actionIds, forget);
}

/** In every revision of a draft and in its document. Returns the newest statements, or null where nothing differs. */
export async function replaceCarried(
  { tx, record }: Work,
  draft: Draft,
  actionIds: string[],
  replace: (statement: Statement) => Statement,
): Promise<Statement[] | null> {
  const isOne = (one: Statement) => isCarried(one) && actionIds.includes(one.earlier?.id ?? "");
  const redact = (one: Statement) => (isOne(one) ? replace(one) : one);
  let differs = false;
  for (const { number, ...was } of await listRevisions(tx, draft.id)) {
    const statements = was.statements.map(redact);
    const rewritten = was.rewritten && redactRewritten(was.rewritten, redact);
    if (JSON.stringify([statements, rewritten]) === JSON.stringify([was.statements, was.rewritten])) continue;
    differs = true;
    await tx
      .update(revisions)
      .set({ statements, rewritten })
      .where(and(eq(revisions.draftId, draft.id), eq(revisions.number, number)));
  }
  if (!differs) return null;
  const statements = await getRevision(tx, draft.id, draft.currentRevision);
  await tx
    .update(drafts)
    .set({ counts: countStatements(statements) })
    .where(eq(drafts.id, draft.id));
  if (draft.state === "approved") await writeDocument(tx, draft, statements);
  record({ kind: "draft.redacted", subjectId: draft.id, draftId: draft.id, data: { points: 0 } });
  return statements;
}

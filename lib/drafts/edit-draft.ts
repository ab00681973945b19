import { and, eq, inArray, isNull } from "drizzle-orm";
import {
  drafts,
  evidence,
  statements as identities,
  reviews,
  revisions,
  users,
} from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import type { Tx } from "#lib/db/store";
import { addStatement } from "#lib/drafts/add-statement";
import { changeStatement } from "#lib/drafts/change-statement";
import { lostRace } from "#lib/drafts/conflict";
import { countStatements } from "#lib/drafts/counts";
import { lockReviewable } from "#lib/drafts/find-draft";
import { getRevision, listEvidence } from "#lib/drafts/revision-queries";
import { EditDraft, type StatementChange } from "#lib/drafts/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import type { Evidence, Statement } from "#lib/grounding/statement";
import { listRoster } from "#lib/users/queries";

export type EditedDraft = { revision: number; statements: Statement[]; evidence: Evidence[] };

/**
 * Writes the next revision from changes to the one that was seen.
 * `conflict` (with what the draft is now) where somebody was faster; `invalid` for a statement that isn't there.
 */
export async function editDraft(ctx: UserCtx, input: EditDraft): Promise<EditedDraft> {
  const edit = EditDraft.parse(input);
  const roster = edit.add ? await listRoster(ctx) : [];
  return transact(ctx, async ({ tx, record }) => {
    await lockReviewable(ctx, tx, edit.draftId);
    const before = await getRevision(tx, edit.draftId, edit.revision);
    const changed = await applyChanges(tx, before, edit);
    const added = edit.add ? await addStatement(tx, edit.draftId, changed, edit.add, roster) : null;
    const statements = added ? [...changed, added.statement] : changed;
    const number = edit.revision + 1;
    await writeRevision(ctx, tx, edit.draftId, edit.revision, statements);
    if (added) {
      const { id, section } = added.statement;
      await tx
        .insert(identities)
        .values({ draftId: edit.draftId, id, section, position: statements.length - 1 });
      await tx.insert(evidence).values({ draftId: edit.draftId, ...added.evidence });
    }
    record({
      kind: "draft.edited",
      subjectId: edit.draftId,
      draftId: edit.draftId,
      data: { revision: number },
    });
    return { revision: number, statements, evidence: await listEvidence(tx, edit.draftId) };
  });
}

async function applyChanges(tx: Tx, before: Statement[], edit: EditDraft): Promise<Statement[]> {
  const byId = new Map(edit.changes.map((change) => [change.statementId, change]));
  const unknown = edit.changes.find(
    (change) => !before.some((statement) => statement.id === change.statementId),
  );
  if (unknown) throw new AppError("invalid", "This statement is not part of the draft.");
  const nameOf = await readNames(tx, edit);
  return before.map((statement) => {
    const change = byId.get(statement.id);
    return change ? changeStatement(statement, withRosterName(change, nameOf)) : statement;
  });
}

/** The roster's names of whom an edit names by id; `invalid` where somebody is not on it. */
async function readNames(tx: Tx, edit: EditDraft): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(edit.changes.flatMap((change) => change.person?.id ?? []));
  if (ids.size === 0) return new Map();
  const rows = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(inArray(users.id, [...ids]), isNull(users.deactivatedAt)));
  if (rows.length < ids.size)
    throw new AppError("invalid", "This person is not on the roster any more. Choose another one.");
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Who has an id is called what the roster calls them, whatever came with it. */
function withRosterName(change: StatementChange, nameOf: ReadonlyMap<string, string>): StatementChange {
  const name = nameOf.get(change.person?.id ?? "");
  return change.person && name ? { ...change, person: { ...change.person, name } } : change;
}

async function writeRevision(
  ctx: UserCtx,
  tx: Tx,
  draftId: string,
  seen: number,
  statements: Statement[],
): Promise<void> {
  const [row] = await tx
    .update(drafts)
    .set({ currentRevision: seen + 1, counts: countStatements(statements) })
    .where(and(eq(drafts.id, draftId), eq(drafts.state, "pending"), eq(drafts.currentRevision, seen)))
    .returning({ id: drafts.id });
  if (!row) throw await lostRace(tx, draftId);
  const createdAt = ctx.now();
  await tx
    .insert(revisions)
    .values({ draftId, number: seen + 1, statements, authorId: ctx.actor.id, createdAt });
  await tx.insert(reviews).values({
    id: newId("rev", createdAt),
    draftId,
    revision: seen + 1,
    decision: "edited",
    reviewerId: ctx.actor.id,
    createdAt,
  });
}

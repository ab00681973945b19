import { and, inArray, isNull } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { addStatement } from "#lib/drafts/add-statement";
import { getGrounded } from "#lib/drafts/base-revision";
import { changeStatement } from "#lib/drafts/change-statement";
import { readChosen } from "#lib/drafts/choose-earlier";
import { lockReviewable } from "#lib/drafts/find-draft";
import { listEvidence } from "#lib/drafts/revision-queries";
import { EditDraft, type StatementChange } from "#lib/drafts/schema";
import { writeRevision } from "#lib/drafts/write-revision";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import type { Evidence, Statement } from "#lib/grounding/statement";
import { listRoster } from "#lib/users/queries";
import type { Section } from "#lib/workflows/define";
import { getWorkflow } from "#lib/workflows/registry";

export type EditedDraft = { revision: number; statements: Statement[]; evidence: Evidence[] };

/**
 * Writes the next revision from changes to the one that was seen.
 * `conflict` (with what the draft is now) where somebody was faster; `invalid` for a statement that isn't there.
 */
export async function editDraft(ctx: UserCtx, input: EditDraft): Promise<EditedDraft> {
  const edit = EditDraft.parse(input);
  const roster = edit.add ? await listRoster(ctx) : [];
  return transact(ctx, async ({ tx, record }) => {
    const { draft } = await lockReviewable(ctx, tx, edit.draftId, edit);
    const before = await getGrounded(tx, edit.draftId, edit.revision);
    const chosen = await readChosen(ctx, tx, before.statements, edit.changes);
    const { sections } = getWorkflow(draft.workflow);
    const changed = keepOne(await applyChanges(tx, chosen, edit), sections, edit);
    const added = edit.add ? await addStatement(tx, edit.draftId, edit.add, roster) : null;
    const statements = added ? [...changed, added.statement] : changed;
    const evidence = added ? [...before.evidence, added.evidence] : before.evidence;
    const next = { statements, evidence, sources: before.sources, origin: "edited" } as const;
    const number = await writeRevision(ctx, tx, edit.draftId, edit.revision, next);
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

/** Of a choice, the one that an edit keeps; the others step back. */
function keepOne(statements: Statement[], sections: Section[], { changes }: EditDraft): Statement[] {
  const choices = new Set(sections.filter(({ choice }) => choice).map(({ key }) => key));
  const kept = new Set(changes.filter((change) => change.kept).map(({ statementId }) => statementId));
  const chosen = new Map(
    statements.flatMap(({ id, section }) => (choices.has(section) && kept.has(id) ? [[section, id]] : [])),
  );
  return statements.map((one) => {
    const other = chosen.get(one.section);
    return other === undefined || other === one.id || !one.kept ? one : { ...one, kept: false };
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

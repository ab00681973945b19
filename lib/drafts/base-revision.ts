import { and, asc, eq } from "drizzle-orm";
import type { Grounds, MergeConflict } from "#drizzle/schema/drafts";
import { draftSources, revisions, statements } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import { type DraftText, same } from "#lib/drafts/merge-drafts";
import { listEvidence } from "#lib/drafts/revision-queries";
import { AppError } from "#lib/errors";
import type { Statement } from "#lib/grounding/statement";

type Step = { number: number; runId: string | null; restores: number | null };

export type BaseRevision = DraftText & {
  number: number;
  /** Null where nobody knows: revisions that no run wrote come after one that a run did. */
  runId: string | null;
  sources: Grounds["sources"];
  conflicts: MergeConflict[];
};

/** What the run behind a revision wrote: what people changed is the difference to it. `number` is its revision. */
export async function getBase(db: Tx | Database, draftId: string, number: number): Promise<BaseRevision> {
  const base = baseOf(await listSteps(db, draftId), number);
  const [row] = await db
    .select({ runId: revisions.runId, rewritten: revisions.rewritten })
    .from(revisions)
    .where(and(eq(revisions.draftId, draftId), eq(revisions.number, base)));
  const { statements, evidence, sources } = await getGrounded(db, draftId, base);
  const { written = statements, places = evidence, conflicts = [] } = row?.rewritten ?? {};
  return {
    number: base,
    runId: row?.runId ?? null,
    statements: written,
    evidence: places,
    sources,
    conflicts,
  };
}

/** A revision with what it stands on. */
export async function getGrounded(
  db: Tx | Database,
  draftId: string,
  number: number,
): Promise<DraftText & { sources: Grounds["sources"] }> {
  const [row] = await db
    .select({ statements: revisions.statements, grounds: revisions.grounds })
    .from(revisions)
    .where(and(eq(revisions.draftId, draftId), eq(revisions.number, number)));
  if (!row) throw new AppError("not_found", "There is no such revision of the draft.");
  if (row.grounds) return { statements: row.statements, ...row.grounds };
  // From before grounds were kept: no place ever went then, and no source was corrected.
  const [evidence, sources] = [await listEvidence(db, draftId), await listDraftSources(db, draftId)];
  const ids = new Set(row.statements.map(({ id }) => id));
  return {
    statements: row.statements,
    evidence: evidence.filter(({ statementId }) => ids.has(statementId)),
    sources,
  };
}

/** The versions of its sources that a draft was written from. */
export function listDraftSources(db: Tx | Database, draftId: string): Promise<Grounds["sources"]> {
  return db
    .select({ sourceId: draftSources.sourceId, version: draftSources.version })
    .from(draftSources)
    .where(eq(draftSources.draftId, draftId))
    .orderBy(asc(draftSources.sourceId));
}

/** Every id a statement of the draft ever had: none is given twice. */
export async function listTakenIds(db: Tx | Database, draftId: string): Promise<Set<string>> {
  const rows = await db.select({ id: statements.id }).from(statements).where(eq(statements.draftId, draftId));
  return new Set(rows.map(({ id }) => id));
}

/** The revision an undo of `number` goes back to, or null where nothing is before it. */
export async function findBefore(db: Tx | Database, draftId: string, number: number): Promise<number | null> {
  const steps = await listSteps(db, draftId);
  const before = originOf(steps, number) - 1;
  return before < 1 ? null : originOf(steps, before);
}

/** Whether two drafts say or keep something else. How a writer knows a thing is no difference. */
export function differs(some: Statement[], others: Statement[]): boolean {
  return !same(some.map(said), others.map(said));
}

function said({ id, text, kept, person, due }: Statement) {
  return [id, text, kept, person && [person.id, person.name], due?.on ?? null];
}

async function listSteps(db: Tx | Database, draftId: string): Promise<Map<number, Step>> {
  const rows = await db
    .select({ number: revisions.number, runId: revisions.runId, restores: revisions.restores })
    .from(revisions)
    .where(eq(revisions.draftId, draftId));
  return new Map(rows.map((row) => [row.number, row]));
}

/** The revision that says first what this one says: itself, or the one it brought back. */
function originOf(steps: Map<number, Step>, number: number): number {
  return steps.get(number)?.restores ?? number;
}

function baseOf(steps: Map<number, Step>, number: number): number {
  let at = originOf(steps, number);
  while (at > 1 && !steps.get(at)?.runId) at = originOf(steps, at - 1);
  return at;
}

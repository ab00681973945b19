import type { MergeConflict } from "#drizzle/schema/drafts";
import { foldWords } from "#lib/grounding/fold";
import type { Statement } from "#lib/grounding/statement";

/** The conflicts of a merge that nobody has settled yet: the statement is there, and is not what the run wrote. */
export function openConflicts(conflicts: MergeConflict[], statements: Statement[]): MergeConflict[] {
  return conflicts.filter(({ statementId, theirs }) => {
    const mine = statements.find(({ id }) => id === statementId);
    if (!mine) return false;
    return theirs ? !saysTheSame(mine, theirs) : mine.kept;
  });
}

function saysTheSame(one: Statement, other: Statement): boolean {
  return (
    foldWords(one.text) === foldWords(other.text) &&
    (one.person?.id ?? null) === (other.person?.id ?? null) &&
    foldWords(one.person?.name ?? "") === foldWords(other.person?.name ?? "") &&
    (one.due?.on ?? null) === (other.due?.on ?? null)
  );
}

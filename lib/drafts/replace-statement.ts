import { findAlike } from "#lib/drafts/align-statements";
import type { DraftText, MergedDraft } from "#lib/drafts/merge-drafts";
import type { Statement } from "#lib/grounding/statement";

type Sides = { base: DraftText; mine: DraftText; theirs: DraftText };

/**
 * A draft with one statement as a run wrote it anew, and everything else as people have it. Whom and when a person set
 * stays set. Null where the run wrote nothing that means the statement.
 */
export function replaceStatement(
  { base, mine, theirs }: Sides,
  statementId: string,
): { merged: MergedDraft; written: DraftText } | null {
  const before = mine.statements.find(({ id }) => id === statementId);
  const found = before && newVersionOf(before, mine, theirs);
  if (!before || !found) return null;
  const written: Statement = { ...found, id: statementId };
  const places = theirs.evidence
    .filter((place) => place.statementId === found.id)
    .map((place) => ({ ...place, statementId }));
  const set = {
    ...written,
    person: before.person?.basis === "set" ? before.person : written.person,
    due: before.due?.basis === "set" ? before.due : written.due,
  };
  const replaced = (draft: DraftText, by: Statement): DraftText => ({
    statements: draft.statements.some(({ id }) => id === statementId)
      ? draft.statements.map((one) => (one.id === statementId ? by : one))
      : [...draft.statements, by],
    evidence: [...draft.evidence.filter((place) => place.statementId !== statementId), ...places],
  });
  return { merged: { ...replaced(mine, set), conflicts: [] }, written: replaced(base, written) };
}

/** The one that is alike, else the only one of its section: it was asked for alone. */
function newVersionOf(before: Statement, mine: DraftText, theirs: DraftText): Statement | undefined {
  const wanted = {
    statements: [before],
    evidence: mine.evidence.filter((place) => place.statementId === before.id),
  };
  const inSection = theirs.statements.filter(({ section }) => section === before.section);
  return findAlike(wanted, theirs) ?? (inSection.length === 1 ? inSection[0] : undefined);
}

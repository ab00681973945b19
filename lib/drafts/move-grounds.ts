import type { DraftText } from "#lib/drafts/merge-drafts";
import { relocate } from "#lib/grounding/relocate";
import type { SourceText } from "#lib/grounding/statement";

/**
 * A draft as it stands on another version of a source. Quotes that are there again are; a statement that has lost its
 * last one is untraced from then on. What it says, and whether it is kept, is for a person to change.
 */
export function moveTo(draft: DraftText, before: SourceText, after: SourceText): DraftText {
  const others = draft.evidence.filter((place) => place.sourceId !== before.id);
  const found = relocate(draft.evidence, before, after).flatMap((one) => one.found ?? []);
  const evidence = [...others, ...found];
  const had = new Set(draft.evidence.map(({ statementId }) => statementId));
  const has = new Set(evidence.map(({ statementId }) => statementId));
  return {
    evidence,
    statements: draft.statements.map((statement) =>
      had.has(statement.id) && !has.has(statement.id) ? { ...statement, trace: "untraced" } : statement,
    ),
  };
}

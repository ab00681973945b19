import { keptWords } from "#components/review/forms";
import type { Frame } from "#components/review/frame";
import { formOf } from "#components/review/registry";
import { firstName } from "#components/review/words";
import type { DeskDraft } from "#lib/drafts/view";
import type { Statement } from "#lib/grounding/statement";

/** "3 decisions, 4 actions": what an approval counts, else whatever is kept. */
export function decisionWords(draft: DeskDraft, statements: Statement[]): string {
  const { workflow, sections } = draft;
  const { object } = formOf(workflow);
  if (object !== undefined) return object(draft);
  const counted = new Set(
    formOf(workflow)
      .counted(Object.fromEntries(sections.map(({ key }) => [key, 0])))
      .map(({ section }) => section),
  );
  const first = keptWords(
    sections.filter(({ key }) => counted.has(key)),
    statements,
  );
  return (first.length ? first : keptWords(sections, statements)).join(", ") || "the draft";
}

/** Why nothing, or not all, can be done with the open draft now; null where all can. */
export function blockedBy(
  draft: DeskDraft,
  offline: boolean,
  heldBy: string | undefined,
  statements: Statement[],
  { isDecided, place }: Frame,
) {
  if (isDecided(draft.id) && !place.next && !place.previous)
    return { reason: "Decided. Undo takes it back." };
  if (!draft.mayReview.yes) return { reason: draft.mayReview.reason };
  if (offline) return { reason: "Back when connected." };
  if (heldBy)
    return { reason: `${firstName(heldBy)} is reading this. Take it over to decide.`, only: "work" as const };
  if (draft.stale)
    return {
      reason: "The source was corrected: write the draft again, or keep it as it is.",
      only: "approve" as const,
    };
  if (!statements.some(({ kept }) => kept))
    return { reason: "Nothing is kept. Keep a statement, or reject the draft.", only: "approve" as const };
  const reason = formOf(draft.workflow).blocked?.(draft, statements);
  return reason ? { reason, only: "approve" as const, tone: "danger" as const } : null;
}

import type { ComponentType } from "react";
import { countOf, listOf } from "#components/review/words";
import type { DeskDraft } from "#lib/drafts/view";
import type { Statement } from "#lib/grounding/statement";
import type { Section } from "#lib/workflows/define";

/** How the desk shows the drafts of one workflow. */
export type ReviewForm = {
  /** Sections that rows of the queue and the approve button count, in the order of the row. */
  counted: (counts: Record<string, number>) => { section: string; noun: string }[];
  /** Sections a sentence of the source can be added to. */
  addable: (sections: Section[]) => Section[];
  /** What approving does, as a sentence said before it is done. Nothing but what happens. */
  consequence: (draft: DeskDraft, statements: Statement[]) => string;
  Body: ComponentType;
  /** What stands over everything else instead of the title. */
  Head?: ComponentType;
  /** What stands after “Approve”, where that is no count. */
  object?: (draft: DeskDraft) => string;
  /** Why it can't be approved as it is, in a few words beside the button; null where it can. */
  blocked?: (draft: DeskDraft, statements: Statement[]) => string | null;
  /** What the built-in rules did and did not, where they wrote it. */
  rules?: string;
  /** What leaves once it is approved, at the end of the bar. */
  leaves?: (draft: DeskDraft) => string;
};

/** "3 decisions, 4 actions" of what is kept in these sections. */
export function keptWords(sections: Section[], statements: Statement[]): string[] {
  return sections.flatMap(({ key, noun }) => {
    const count = statements.filter((statement) => statement.kept && statement.section === key).length;
    return count > 0 ? [countOf(count, noun)] : [];
  });
}

/** For workflows that need nothing of their own: every section counts, and its statements are its rows. */
export const plainForm: Omit<ReviewForm, "Body"> = {
  counted: (counts) => Object.keys(counts).map((section) => ({ section, noun: section.replace(/s$/, "") })),
  addable: (sections) => sections,
  consequence: (draft, statements) =>
    `Approving records ${listOf(keptWords(draft.sections, statements)) || "nothing"}.`,
};

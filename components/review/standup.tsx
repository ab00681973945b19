"use client";

import { useDesk } from "#components/review/desk-context";
import { keptWords, type ReviewForm } from "#components/review/forms";
import { SectionRows } from "#components/review/section-rows";
import { listOf } from "#components/review/words";

/** What every digest shows, also where there is none of it. */
const ALWAYS = new Set(["blockers", "lines"]);
const ADDABLE = ["blockers", "progress", "contradictions"];

/** The form of a digest: blockers first, and what it has none of left out. */
export const standupForm: ReviewForm = {
  counted: () => [
    { section: "blockers", noun: "blocker" },
    { section: "lines", noun: "line" },
  ],
  addable: (sections) => ADDABLE.flatMap((key) => sections.filter((one) => one.key === key)),
  consequence: ({ sections, goesTo }, statements) => {
    const blockers = keptWords(
      sections.filter(({ key }) => key === "blockers"),
      statements,
    );
    const confirms = blockers.length ? `, confirms ${listOf(blockers)}` : "";
    const goes = goesTo.length ? `, and sends it to ${listOf(goesTo)}` : "";
    return `Approving files this page under Documents${confirms}${goes}.`;
  },
  Body: DigestBody,
};

function DigestBody() {
  const { draft, statements } = useDesk();
  const has = (key: string) => statements.some((statement) => statement.section === key);
  return draft.sections
    .filter(({ key }) => ALWAYS.has(key) || has(key))
    .map((section, i) => <SectionRows key={section.key} section={section} hint={i === 0} />);
}

"use client";

import { useDesk } from "#components/review/desk-context";
import { keptWords, type ReviewForm } from "#components/review/forms";
import { Prose } from "#components/review/prose";
import { SectionRows } from "#components/review/section-rows";
import { countOf, firstName, listOf } from "#components/review/words";
import type { Statement } from "#lib/grounding/statement";

const PROSE = new Set(["outcome", "summary"]);
/** What few meetings have, and is not missed where it is empty. */
const RARE = new Set(["promises", "carried", "deferred"]);
/** What stands on the page and makes no record. */
const NO_RECORD = new Set([...PROSE, "carried", "deferred"]);

/** The form of meeting notes: outcome and summary as a paragraph, then a list for each other section. */
export const meetingNotesForm: ReviewForm = {
  counted: () => [
    { section: "actions", noun: "action" },
    { section: "decisions", noun: "decision" },
    { section: "promises", noun: "promise" },
  ],
  // What is missed most comes first: the sentence that reads like a promise.
  addable: (sections) =>
    ["actions", "promises", "decisions", "questions", "deferred"].flatMap((key) =>
      sections.filter((one) => one.key === key),
    ),
  consequence: ({ sections }, statements) => {
    const records = keptWords(
      sections.filter((section) => !NO_RECORD.has(section.key)),
      statements.filter(({ earlier }) => earlier?.as !== "same"),
    );
    const changes = earlierWords(statements);
    const files = "Approving files this page under Documents";
    const owners = statements.flatMap(({ section, kept, person, earlier }) =>
      section === "actions" && kept && earlier?.as !== "same" && person?.id ? [firstName(person.name)] : [],
    );
    const sees = owners.length ? ` ${listOf([...new Set(owners)])} will find theirs under Actions.` : "";
    return `${files}${records.length ? ` and adds ${listOf(records)}` : ""}.${changes}${sees}`;
  },
  Body: MeetingNotes,
};

/** What it does to records that stood before. */
function earlierWords(statements: Statement[]): string {
  const count = (as: string) => statements.filter(({ kept, earlier }) => kept && earlier?.as === as).length;
  const [done, superseded] = [count("done"), count("superseding")];
  const parts = [
    ...(done ? [`completes ${countOf(done, "earlier action")}`] : []),
    ...(superseded ? [`supersedes ${countOf(superseded, "earlier decision")}`] : []),
  ];
  return parts.length ? ` It ${listOf(parts)}.` : "";
}

function MeetingNotes() {
  const { draft, statements } = useDesk();
  const has = (key: string) => statements.some((statement) => statement.section === key);
  const lists = draft.sections.filter(({ key }) => !PROSE.has(key) && (!RARE.has(key) || has(key)));
  return (
    <>
      <Prose sections={draft.sections.filter((section) => PROSE.has(section.key))} />
      {lists.map((section) => (
        <SectionRows key={section.key} section={section} hint={section.key === "actions"} />
      ))}
    </>
  );
}

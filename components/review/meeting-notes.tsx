"use client";

import { useDesk } from "#components/review/desk-context";
import { keptWords, type ReviewForm } from "#components/review/forms";
import { Prose } from "#components/review/prose";
import { SectionRows } from "#components/review/section-rows";
import { firstName, listOf } from "#components/review/words";

const PROSE = new Set(["outcome", "summary"]);
/** What few meetings have, and is not missed where it is empty. */
const RARE = new Set(["promises", "deferred"]);
/** What stands on the page and makes no record. */
const NO_RECORD = new Set([...PROSE, "deferred"]);

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
      statements,
    );
    const files = "Approving files this page under Documents";
    const owners = statements.flatMap(({ section, kept, person }) =>
      section === "actions" && kept && person?.id ? [firstName(person.name)] : [],
    );
    const sees = owners.length ? ` ${listOf([...new Set(owners)])} will find theirs under Actions.` : "";
    return records.length ? `${files} and adds ${listOf(records)}.${sees}` : `${files}.`;
  },
  Body: MeetingNotes,
};

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

"use client";

import { useDesk } from "#components/review/desk-context";
import { StatementEditor } from "#components/review/statement-editor";
import { UnsourcedText } from "#components/review/unsourced-text";
import { useRow } from "#components/review/use-row";
import { Diff } from "#components/ui/diff";
import type { Statement } from "#lib/grounding/statement";
import { subjectOf } from "#lib/outreach/compose";
import type { DeskMail } from "#lib/outreach/mail-view";

/** The subjects that were proposed; one of them is the mail's. */
export function SubjectChoices({ mail }: { mail: DeskMail }) {
  const { draft, statements, editing } = useDesk();
  const section = draft.sections.find(({ choice }) => choice);
  const subjects = statements.filter((one) => one.section === section?.key);
  const edited = subjects.find(({ id }) => id === editing?.statementId);
  if (!section) return null;
  return (
    <>
      <ul aria-label="Subjects to choose from" className="flex flex-col gap-0.5">
        {subjects.map((subject) => (
          <Subject key={subject.id} subject={subject} mail={mail} alone={subjects.length === 1} />
        ))}
      </ul>
      {edited && (
        <div className="-mx-5 mt-2 border-t max-md:-mx-4">
          <StatementEditor statement={edited} section={section} />
        </div>
      )}
    </>
  );
}

type SubjectProps = { subject: Statement; mail: DeskMail; alone: boolean };

function Subject({ subject, mail, alone }: SubjectProps) {
  const { draft, allowed, change, changes, current, statements } = useDesk();
  const row = useRow(subject, subject.id === (current ?? statements[0]?.id));
  const { id: statementId, kept } = subject;
  const shown = kept ? { ...subject, text: subjectOf(subject.text, mail.parent) } : subject;
  const before = draft.proposed.find(({ id }) => id === statementId)?.text ?? "";
  const words = changes ? (
    <Diff before={before} after={subject.text} />
  ) : (
    <UnsourcedText statement={shown} look="" />
  );
  return (
    <li {...row} className="flex min-h-6 items-center gap-2 rounded-sm aria-current:bg-selected">
      {!alone && (
        <input
          type="radio"
          name={`subject-${draft.id}`}
          aria-labelledby={`${row.id}-words`}
          checked={kept}
          aria-disabled={!allowed || undefined}
          onChange={() => allowed && change({ statementId, kept: true })}
          className="size-4 flex-none accent-accent pointer-coarse:size-5"
        />
      )}
      <span
        id={`${row.id}-words`}
        className={`min-w-0 wrap-break-word ${kept ? "font-medium" : "text-muted"}`}
      >
        {words}
      </span>
    </li>
  );
}

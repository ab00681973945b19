"use client";

import { Fragment } from "react";
import { useDesk } from "#components/review/desk-context";
import { LetterSentence } from "#components/review/letter-sentence";
import { StatementEditor } from "#components/review/statement-editor";
import { Icon } from "#components/ui/icon";
import type { Statement } from "#lib/grounding/statement";
import { letterParts } from "#lib/outreach/letter-parts";
import type { DeskMail } from "#lib/outreach/mail-view";

/** The mail as it will arrive: its sentences in their paragraphs, and what code adds around them. */
export function Letter({ mail }: { mail: DeskMail }) {
  const { statements } = useDesk();
  const { paragraphs } = letterParts(statements);
  return (
    <section
      aria-label="The mail"
      className="max-w-[calc(var(--size-measure)+2.5rem)] px-5 pt-5 text-base max-md:px-4"
    >
      <p>{mail.greeting}</p>
      {paragraphs.map((sentences) => (
        <Paragraph key={sentences[0]?.id} sentences={sentences} />
      ))}
      {paragraphs.length === 0 && (
        <p className="mt-3.5 text-base text-muted">Nothing is kept of what was written.</p>
      )}
      <p className="mt-3.5 whitespace-pre-line">{mail.signature.join("\n")}</p>
      <SenderBlock mail={mail} />
    </section>
  );
}

function Paragraph({ sentences }: { sentences: Statement[] }) {
  const { draft, editing, current, statements } = useDesk();
  const open = sentences.find(({ id }) => id === editing?.statementId);
  const section = draft.sections.find(({ key }) => key === open?.section);
  const first = statements[0]?.id;
  return (
    <>
      <p className="mt-3.5 text-pretty">
        {sentences.map((sentence) => (
          <Fragment key={sentence.id}>
            <LetterSentence sentence={sentence} reachable={sentence.id === (current ?? first)} />{" "}
          </Fragment>
        ))}
      </p>
      {open && section && (
        <div className="-mx-5 mt-2 border-t text-base max-md:-mx-4">
          <StatementEditor statement={open} section={section} />
        </div>
      )}
    </>
  );
}

/** What the law asks to stand in each mail. Code adds it, and nobody here takes it away. */
function SenderBlock({ mail }: { mail: DeskMail }) {
  const lines =
    mail.company.length > 0 ? mail.company : ["Nobody has said yet who the company is in its mails."];
  return (
    <div className="mt-4 flex gap-4 border-y py-2.5 text-xs/4.5 text-muted max-md:flex-col max-md:gap-1">
      <span className="min-w-0 flex-1">
        <span className="wrap-break-word">{lines.join(", ")}</span>
        <br />
        You don’t want mail from us? <u>Unsubscribe</u>
      </span>
      <span className="flex flex-none items-center gap-1 self-start text-faint">
        <Icon name="lock" size="sm" /> added by Countersign
      </span>
    </div>
  );
}

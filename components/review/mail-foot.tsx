"use client";

import { useDesk } from "#components/review/desk-context";
import { countOf } from "#components/review/words";
import { countWords, letterParts } from "#lib/outreach/letter-parts";
import type { DeskMail } from "#lib/outreach/mail-view";
import { MOST_WORDS } from "#lib/outreach/word-reasons";

/** How long the mail is, whether it says anything new, and why it is written. */
export function MailFoot({ mail }: { mail: DeskMail }) {
  const { statements } = useDesk();
  const words = countWords(statements);
  const facts = letterParts(statements)
    .paragraphs.flat()
    .filter(({ section }) => section === "fact").length;
  return (
    <p className="mt-3 flex flex-wrap gap-x-4 px-5 text-xs text-muted max-md:px-4">
      <span className={words > MOST_WORDS ? "text-warn-text" : ""}>{countOf(words, "word")}</span>
      <span>{facts === 0 ? "no new fact" : facts === 1 ? "one new fact" : `${facts} new facts`}</span>
      {mail.occasion && <span>{mail.occasion}</span>}
      {mail.consent && <span>{mail.consent}</span>}
    </p>
  );
}

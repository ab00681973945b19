import type { LetterText } from "#drizzle/schema/deliveries";
import type { Statement } from "#lib/grounding/statement";
import { letterHtml } from "#lib/outreach/letter-html";
import { letterParts, sentenceOf } from "#lib/outreach/letter-parts";
import { letterText } from "#lib/outreach/letter-text";

/** A mail that one answers, or goes on from: its id without angle brackets, and what it answered itself. */
export type Parent = { messageId: string; references: string[]; subject: string; isTheirs: boolean };

/** Everything code puts into a mail besides its sentences. */
export type LetterFrame = {
  from: LetterText["from"];
  to: { name: string; firstName: string | null; address: string };
  signature: string;
  company: { businessName: string; mailingAddress: string; contact: string };
  unsubscribe: LetterText["unsubscribe"];
  messageId: string;
  parent: Parent | null;
};

/** A mail's parts as text, before they are plain or HTML. */
export type LetterBody = {
  greeting: string;
  paragraphs: string[];
  signature: string[];
  company: string[];
  unsubscribe: string;
};

/**
 * Puts the kept sentences of a draft together with what code adds: greeting, signature, who sends it and how to
 * unsubscribe (CASL, S.C. 2010, c. 23, section 6(2)). The plain text and the HTML say the same. Of an answer the headers
 * name the mail it answers and all before it (RFC 5322, section 3.6.4); “Re:” stands only before that mail's own subject.
 */
export function composeLetter(statements: Statement[], frame: LetterFrame): LetterText {
  const { subject, paragraphs } = letterParts(statements);
  const body: LetterBody = {
    greeting: greetingFor(frame.to),
    paragraphs: paragraphs.map((sentences) => sentences.map(sentenceOf).join(" ")),
    signature: linesOf(frame.signature || frame.from.name),
    company: linesOf(
      [frame.company.businessName, frame.company.mailingAddress, frame.company.contact].join("\n"),
    ),
    unsubscribe: frame.unsubscribe.url,
  };
  return {
    from: frame.from,
    to: { name: frame.to.name, address: frame.to.address },
    subject: subjectOf(subject[0]?.text ?? "", frame.parent),
    text: letterText(body),
    html: letterHtml(body),
    messageId: frame.messageId,
    ...threadOf(frame.parent),
    unsubscribe: frame.unsubscribe,
  };
}

/** "Hello Marta,", or without a name where no first name is known. */
export function greetingFor({ firstName }: Pick<LetterFrame["to"], "firstName">): string {
  return firstName?.trim() ? `Hello ${firstName.trim()},` : "Hello,";
}

/** The subject as it leaves. */
export function subjectOf(chosen: string, parent: Pick<Parent, "subject"> | null): string {
  const isSame = parent !== null && bare(parent.subject) === bare(chosen);
  return isSame && bare(chosen) !== "" && !/^re:/i.test(chosen) ? `Re: ${chosen}` : chosen;
}

const MOST_REFERENCES = 20;

function threadOf(parent: Parent | null): Pick<LetterText, "inReplyTo" | "references"> {
  if (!parent) return { inReplyTo: null, references: [] };
  const before = parent.references.filter((id) => id !== parent.messageId);
  return { inReplyTo: parent.messageId, references: [...before, parent.messageId].slice(-MOST_REFERENCES) };
}

function bare(subject: string): string {
  return subject
    .replace(/^(?:\s*(?:re|aw|sv|antw|fwd?|tr|wg)\s*:)+/i, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** The lines of a text that say something. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

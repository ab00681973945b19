import type { Statement } from "#lib/grounding/statement";

/** The sentences of a mail by what they are for: the paragraphs, and the subject that was chosen. */
export type LetterParts = { subject: Statement[]; paragraphs: Statement[][] };

/** The sections of a paragraph, in the order of the mail. */
const PARAGRAPHS = [["opening"], ["fact", "body"], ["ask"]];

/** What of a draft goes into its mail: kept sentences alone, in paragraphs; those without any are left out. */
export function letterParts(statements: Statement[]): LetterParts {
  const kept = statements.filter((one) => one.kept);
  const paragraphs = PARAGRAPHS.map((sections) => kept.filter(({ section }) => sections.includes(section)));
  return {
    subject: kept.filter(({ section }) => section === "subject"),
    paragraphs: paragraphs.filter((sentences) => sentences.length > 0),
  };
}

/** A sentence with a stop at its end. */
export function sentenceOf({ text }: Pick<Statement, "text">): string {
  return /[.!?…:]["”’)\]]*$/.test(text) ? text : `${text}.`;
}

/** The words of a mail, without its subject, greeting and what code adds below. */
export function countWords(statements: Statement[]): number {
  const said = letterParts(statements).paragraphs.flat().map(sentenceOf).join(" ");
  return said.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

import type { LetterBody } from "#lib/outreach/compose";

/** Columns that every mail program shows without breaking them again (RFC 5322, section 2.1.1, asks for at most 78). */
const WIDTH = 74;

/** A mail as plain text, wrapped at words; an address longer than a line stays whole. */
export function letterText(body: LetterBody): string {
  return [
    body.greeting,
    ...body.paragraphs.map(wrap),
    body.signature.join("\n"),
    ["-- ", ...body.company, "", "You don’t want mail from us? Unsubscribe:", body.unsubscribe].join("\n"),
  ]
    .join("\n\n")
    .concat("\n");
}

function wrap(paragraph: string): string {
  const lines: string[] = [];
  for (const word of paragraph.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

import MailComposer from "nodemailer/lib/mail-composer/index.js";
import type { LetterText } from "#drizzle/schema/deliveries";
import { named, onOneLine } from "#lib/channels/header-text";

/** What stands in a letter's headers besides what was approved. */
export type LetterHeaders = {
  /** When it is handed over first. */
  date: Date;
  /** Who gets what is answered, where that isn't the address it is from. */
  replyTo: { name: string; address: string } | null;
  /** Where a mail program posts to, if whoever reads it presses its own “unsubscribe”. */
  oneClick: string;
  /** The address it writes to instead, beginning with “mailto:”; null where nobody reads what comes there. */
  mailto: string | null;
};

/**
 * The bytes of an approved mail (RFC 5322), in plain text and in HTML, with the addresses at which its receiver
 * unsubscribes (RFC 2369). One click is offered over https alone: RFC 8058, section 3.1.
 */
export async function letterBytes(
  letter: LetterText,
  { date, replyTo, oneClick, mailto }: LetterHeaders,
): Promise<Buffer> {
  const { inReplyTo, references } = letter;
  const ways = [oneClick, mailto].flatMap((way) => (way ? [`<${onOneLine(way)}>`] : []));
  const composer = new MailComposer({
    from: named(letter.from),
    to: named(letter.to),
    ...(replyTo && { replyTo: named(replyTo) }),
    subject: onOneLine(letter.subject),
    messageId: bracketed(letter.messageId),
    date,
    ...(inReplyTo && { inReplyTo: bracketed(inReplyTo) }),
    ...(references.length > 0 && { references: references.map(bracketed) }),
    headers: {
      "List-Unsubscribe": ways.join(", "),
      ...(/^https:/.test(oneClick) && { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
    },
    text: letter.text,
    html: letter.html,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return withLineEnds(await composer.compile().build());
}

// Sending ends every line with CR and LF (RFC 5321, section 2.3.8): what is kept is what is sent.
function withLineEnds(raw: Buffer): Buffer {
  return Buffer.from(raw.toString("latin1").replace(/\r\n?|\n/g, "\r\n"), "latin1");
}

// What others wrote there may hold anything; an id has neither spaces nor brackets (RFC 5322, section 3.6.4).
function bracketed(id: string): string {
  return `<${id.replace(/[<>\s\p{Cc}]+/gu, "")}>`;
}

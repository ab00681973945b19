import type { MailPurpose } from "#drizzle/schema/mails";
import type { mails } from "#drizzle/schema/schema";
import type { Mail } from "#lib/channels/mail";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { escapeHtml } from "#lib/format/html";

/** A paragraph, with the page it leads to as a path. */
export type Paragraph = { words: string; path?: string };

/** What a fixed template says to somebody. Names, counts, days and links; never what a model or a source says. */
export type Letter = {
  userId: string;
  to: Mail["to"];
  subject: string;
  paragraphs: Paragraph[];
};

export type MailRow = typeof mails.$inferSelect;

/**
 * Writes a mail as it leaves, in the transaction that claims it: null where there is nothing left to say, and an instant
 * where its receiver wants no mail before.
 */
export type WriteLetter = (ctx: Ctx, work: Work, mail: MailRow) => Promise<Letter | Date | null>;

/** Who writes which. The composition root knows, since the domains that do stand above this one. */
export type Letters = Partial<Record<MailPurpose, WriteLetter>>;

const FOOT = "Countersign sent this mail. Nobody reads what is answered to it.";

/** The mail of a letter; links begin with `site`. */
export function mailOf(letter: Letter, messageId: string, site: string): Mail {
  const { to, subject } = letter;
  const paragraphs = [{ words: `Hello ${to.name},` }, ...letter.paragraphs, { words: FOOT }];
  return {
    messageId,
    to,
    subject,
    text: `${paragraphs.map((one) => plain(one, site)).join("\n\n")}\n`,
    html: `<!doctype html><html lang="en"><body>${paragraphs.map((one) => html(one, site)).join("")}</body></html>`,
  };
}

function plain({ words, path }: Paragraph, site: string): string {
  return path ? `${words}\n${site}${path}` : words;
}

function html({ words, path }: Paragraph, site: string): string {
  const address = path && escapeHtml(site + path);
  return `<p>${escapeHtml(words)}${address ? `<br><a href="${address}">${address}</a>` : ""}</p>`;
}

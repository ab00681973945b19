import { type AddressObject, type ParsedMail, simpleParser } from "mailparser";
import { htmlToText } from "#lib/files/html";
import { howMany, type Reading, refusedFile } from "#lib/files/reading";

/** Reads a mail (RFC 5322 with MIME): who wrote to whom, when, about what, and its words. Attachments are only named. */
export async function readMail(name: string, bytes: Buffer): Promise<Reading> {
  const mail = await parse(name, bytes);
  const html = typeof mail.html === "string" ? htmlToText(mail.html) : null;
  const words = (mail.text?.trim() || html?.text || "").trim();
  if (!words)
    throw refusedFile(name, "is a mail without text. Save what is attached to it, and choose that.");
  const head = [
    line("From", people(mail.from)),
    line("To", people(mail.to)),
    line("Cc", people(mail.cc)),
    // The day where it was written: the header's own, before any time zone is turned to another.
    line("Date", dayOf(mail)),
    line("Subject", mail.subject?.replace(/\s+/g, " ").trim() ?? ""),
  ];
  const { attachments } = mail;
  const files = attachments.filter(({ related }) => !related);
  const named = files.slice(0, 5).map(({ filename }) => filename?.slice(0, 80) || "without a name");
  const leftOut = [
    files.length > 0 &&
      `${howMany(files.length, "attachment was", "attachments were")} not read: ${named.join(", ")}.`,
    attachments.length > files.length && `Pictures inside the mail were left out.`,
  ];
  return {
    text: `${head.filter(Boolean).join("\n")}\n\n${words}`,
    format: "eml",
    leftOut: leftOut
      .filter((one) => typeof one === "string")
      .map((one) => one[0]!.toUpperCase() + one.slice(1)),
  };
}

async function parse(name: string, bytes: Buffer): Promise<ParsedMail> {
  try {
    return await simpleParser(bytes, {
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipImageLinks: true,
      skipTextLinks: true,
      maxHtmlLengthToParse: bytes.length + 1,
    });
  } catch {
    throw refusedFile(name, "is damaged: it can’t be read as a mail. Copy its text into the box.");
  }
}

function line(field: string, said: string): string {
  return said && `${field}: ${said.slice(0, 1000)}`;
}

function people(field: AddressObject | AddressObject[] | undefined): string {
  return [field ?? []]
    .flat()
    .map(({ text }) => text.replace(/\s+/g, " "))
    .join(", ");
}

/** "Wed, 18 Nov 2026 10:00:00 -0500" as its sender wrote it, without the time. */
function dayOf({ headerLines }: ParsedMail): string {
  const written = headerLines.find(({ key }) => key === "date")?.line ?? "";
  return /\d{1,2} [A-Z][a-z]{2} \d{4}/.exec(written)?.[0] ?? "";
}

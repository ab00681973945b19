import { type Attachment, type ParsedMail, simpleParser } from "mailparser";
import { messageIdIn, type ReceivedMail, readReports } from "#lib/parsers/received-mail";

const LONGEST_TEXT = 200_000;
/** Bytes: no line of a mail is longer (RFC 5322, section 2.1.1). */
const LONGEST_ID = 998;
const MOST_REFERENCES = 50;
/** In more, nobody writes a mail: a list of a hundred thousand senders would keep the parser busy for a minute. */
const MOST_HEADER_BYTES = 32 * 1024;
const TOLD = ["auto-submitted", "x-autoreply", "x-autorespond", "precedence", "return-path"] as const;

/** Reads a mail (RFC 5322 with MIME) down to its words; HTML becomes text. Null where it can't be read or says not who wrote it. */
export async function readMailWords(raw: Buffer): Promise<ReceivedMail | null> {
  if (headerBytes(raw) > MOST_HEADER_BYTES) return null;
  const mail = await simpleParser(raw, {
    skipImageLinks: true,
    skipTextToHtml: true,
    keepDeliveryStatus: true,
  }).catch(() => null);
  const from = mail?.from?.value[0]?.address;
  const messageId = mail?.messageId && bare(mail.messageId);
  if (!mail || !messageId) return null;
  return {
    messageId,
    from: from ?? "",
    subject: (mail.subject ?? "").replace(/\s+/g, " ").trim().slice(0, 300),
    text: (mail.text ?? "").slice(0, LONGEST_TEXT),
    inReplyTo: mail.inReplyTo ? bare(mail.inReplyTo) : null,
    references: [mail.references ?? []].flat().map(bare).slice(-MOST_REFERENCES),
    headers: Object.fromEntries(
      TOLD.flatMap((name) => {
        const line = mail.headerLines.find(({ key }) => key === name)?.line;
        return line === undefined ? [] : [[name, line.slice(name.length + 1).trim()]];
      }),
    ),
    reports: reportsIn(mail),
  };
}

/** How long the headers are: they end at the first empty line (RFC 5322, section 2.1). */
function headerBytes(raw: Buffer): number {
  const ends = [raw.indexOf("\n\r\n"), raw.indexOf("\n\n")].filter((end) => end >= 0);
  return ends.length > 0 ? Math.min(...ends) : raw.length;
}

/** The reports of a multipart/report; report-type=delivery-status. Others that only look like one have none. */
function reportsIn({ headers, attachments }: ParsedMail) {
  const type = headers.get("content-type");
  const isReport =
    typeof type === "object" &&
    "params" in type &&
    type.value.toLowerCase() === "multipart/report" &&
    type.params["report-type"]?.toLowerCase() === "delivery-status";
  const status = attachments.find(({ contentType }) => contentType === "message/delivery-status");
  if (!isReport || !status) return [];
  const returned = attachments.find(({ contentType }) =>
    /^(text\/rfc822-headers|message\/rfc822|message\/global)$/.test(contentType),
  );
  return readReports(wordsOf(status), returned ? messageIdIn(wordsOf(returned)) : null);
}

function wordsOf({ content }: Attachment): string {
  return content.subarray(0, LONGEST_TEXT).toString("utf8");
}

function bare(id: string): string {
  // Nothing that can’t be stored or indexed: a mailbox would be read no further than this mail.
  const plain = id.replace(/[<>\s\p{Cc}]/gu, "");
  return Buffer.from(plain).subarray(0, LONGEST_ID).toString().toWellFormed();
}

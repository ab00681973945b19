/** A report on a mail of ours that did not arrive (RFC 3464), of one of its receivers. */
export type BounceReport = {
  recipient: string;
  /** "failed", "delayed" and others (section 2.3.3), in small letters. */
  action: string;
  /** Such as "5.1.1" (RFC 3463). */
  status: string;
  diagnostic: string | null;
  /** Of the mail it is about, without brackets; null where what was returned doesn't say. */
  messageId: string | null;
};

/** A mail as it was read. Every word in it came from outside. */
export type ReceivedMail = {
  /** Without brackets. */
  messageId: string;
  from: string;
  subject: string;
  text: string;
  inReplyTo: string | null;
  /** Oldest first. */
  references: string[];
  /** Headers by their names in small letters, of those that tell who or what wrote it. */
  headers: Partial<
    Record<"auto-submitted" | "x-autoreply" | "x-autorespond" | "precedence" | "return-path", string>
  >;
  reports: BounceReport[];
};

export type ReceivedSort = "bounce" | "auto_reply" | "unsubscribe" | "reply";

const WISH = /^(please )?(unsubscribe|remove)( me)?( from (this|your|the) (mailing )?list)?[.!]?$/i;
const AUTOMATIC = /^(auto[_-]?reply|auto[_-]?responder|bulk|junk)$/i;

/**
 * What a mail is. One that a program wrote is no answer of a human's (RFC 3834, section 5), whatever it says; an
 * `Auto-Submitted` of "no" says that a human did. A wish to get no more is one in the whole of its subject or its words.
 */
export function sortOf(mail: ReceivedMail): ReceivedSort {
  if (mail.reports.length > 0) return "bounce";
  const { headers } = mail;
  const submitted = headers["auto-submitted"]?.split(/[;\s]/)[0]?.toLowerCase();
  const automatic =
    (submitted !== undefined && submitted !== "" && submitted !== "no") ||
    headers["x-autoreply"] !== undefined ||
    headers["x-autorespond"] !== undefined ||
    AUTOMATIC.test(headers.precedence?.trim() ?? "") ||
    // A report in words alone, or an answer that wants none: RFC 3834, section 3.3, and RFC 5321, section 4.5.5.
    headers["return-path"]?.trim() === "<>" ||
    /^mailer-daemon@/i.test(mail.from);
  // The address of the header List-Unsubscribe (RFC 2369): a mail program writes to it by itself.
  if (/^unsubscribe\b/i.test(mail.subject.trim())) return "unsubscribe";
  if (automatic) return "auto_reply";
  return WISH.test(ownWords(mail.text).trim()) ? "unsubscribe" : "reply";
}

/** Whether a report says that nothing sent there will ever arrive: 5.x.x. Delays and 4.x.x may pass. */
export function isForGood({ action, status }: BounceReport): boolean {
  return action === "failed" && status.startsWith("5.");
}

/** Reads the fields of a message/delivery-status: a block on the mail, then one for each receiver (RFC 3464, section 2.1). */
export function readReports(status: string, messageId: string | null): BounceReport[] {
  const blocks = status.replace(/\r\n?/g, "\n").split(/\n[ \t]*\n+/);
  return blocks.flatMap((block) => {
    const fields = fieldsOf(block);
    const recipient = wordsIn(fields.get("final-recipient"));
    const action = fields.get("action")?.toLowerCase();
    const code = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get("status") ?? "")?.[0];
    if (!recipient || !action || !code) return [];
    const diagnostic = wordsIn(fields.get("diagnostic-code")) ?? null;
    return [{ recipient, action, status: code, diagnostic, messageId }];
  });
}

/** The Message-ID in the headers of a returned mail, without brackets. */
export function messageIdIn(headers: string): string | null {
  const unfolded =
    headers
      .replace(/\r\n?/g, "\n")
      .split("\n\n", 1)[0]
      ?.replace(/\n[ \t]+/g, " ") ?? "";
  return /^message-id:\s*<([^<>\s\p{Cc}]+)>/imu.exec(unfolded)?.[1] ?? null;
}

const TAIL = [
  /^On .{6,200} wrote:$/s,
  /^(Am|Le|El|Il) .{6,200} (schrieb|a écrit|escribió|ha scritto).{0,80}:$/s,
  /^-{2,} ?(Original Message|Forwarded message|Ursprüngliche Nachricht|Message d'origine) ?-{2,}$/i,
  /^_{10,}$/,
];

/** What somebody wrote anew in an answer: all before what their program quoted beneath it. */
export function ownWords(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  // Looked for once: a mail of nothing but quotes would be read again from each of its lines.
  const lastWords = lines.findLastIndex((line) => !/^\s*(>|$)/.test(line));
  const end = lines.findIndex((_, at) => beginsTail(lines, at, lastWords));
  const own = end < 0 ? lines : lines.slice(0, end);
  return own.join("\n").trimEnd();
}

// A line such as “On … wrote:” is often folded into two. Quotes that are answered one by one stay: there are words beneath.
function beginsTail(lines: string[], at: number, lastWords: number): boolean {
  const line = lines[at]?.trim() ?? "";
  const folded = `${line} ${lines[at + 1]?.trim() ?? ""}`;
  if (
    TAIL.some((tail) => tail.test(line)) ||
    (/^(On|Am|Le|El|Il) /.test(line) && TAIL.some((tail) => tail.test(folded)))
  )
    return true;
  if (/^From: .+/.test(line) && /^(Sent|Date|To): /m.test(lines.slice(at + 1, at + 4).join("\n")))
    return true;
  return line.startsWith(">") && at > lastWords;
}

function fieldsOf(block: string): Map<string, string> {
  const lines = block.replace(/\n[ \t]+/g, " ").split("\n");
  return new Map(
    lines.flatMap((line) => {
      const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
      return name ? [[name.toLowerCase(), (value ?? "").trim()] as const] : [];
    }),
  );
}

/** "rfc822; mara@quarry.example" names the sort of what follows first. */
function wordsIn(field: string | undefined): string | undefined {
  return (
    field
      ?.replace(/^[\w-]+\s*;\s*/, "")
      .replace(/^<|>$/g, "")
      .trim() || undefined
  );
}

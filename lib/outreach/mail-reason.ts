/** Why a mail can't be sent, or what to look at before it is. */
export const MAIL_REASONS = {
  no_address: "no address",
  gone: "lead deleted",
  closed: "closed",
  no_consent: "consent",
  expired: "consent",
  suppressed: "opted out",
  bounced: "bounced",
  identity: "sender block",
  unsubscribe: "no way out",
  subject: "subject",
  body: "empty",
  leftover: "left-over",
  unsourced: "words",
  jurisdiction: "law",
  cadence: "cadence",
  long: "long",
  no_fact: "nothing new",
  asks: "asks",
  link: "link",
  idle: "idle",
  untraced: "untraced",
} as const;
export type MailReasonCode = keyof typeof MAIL_REASONS;

/** A sentence that says what is wrong, why, and what to do; about one statement, and of it some words, where it is. */
export type MailReason = {
  level: "block" | "warn";
  code: MailReasonCode;
  sentence: string;
  statementId?: string;
  words?: string[];
};

/** The word for a reason in a row of the queue. */
export function wordFor({ code }: Pick<MailReason, "code">): string {
  return MAIL_REASONS[code];
}

/** The one that counts first: a block before a warning, in the order in which they are told. */
export function worstOf(reasons: MailReason[]): MailReason | null {
  return reasons.find(({ level }) => level === "block") ?? reasons[0] ?? null;
}

/** "2 blocks: consent, words", to stand beside a button; null where nothing blocks. */
export function blockWords(reasons: MailReason[]): string | null {
  const blocks = reasons.filter(({ level }) => level === "block");
  if (blocks.length === 0) return null;
  const words = [...new Set(blocks.map(wordFor))].join(", ");
  return `${blocks.length} block${blocks.length === 1 ? "" : "s"}: ${words}`;
}

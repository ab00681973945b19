import type { DeliveryState, KeptConsent } from "#drizzle/schema/deliveries";

/** A delivery as its list shows it. Instants are ISO strings. */
export type SentRow = {
  id: string;
  draftId: string;
  channel: string;
  /** The subject of a mail, else the draft's title. */
  title: string;
  recipient: string;
  state: DeliveryState;
  reason: string | null;
  approvedBy: string | null;
  /** "outbox" where it is only kept as a file; null of what is no mail. */
  mailbox: string | null;
  createdAt: string;
  dueAt: string;
  endedAt: string | null;
};

export type SentAttempt = {
  number: number;
  startedAt: string;
  endedAt: string | null;
  answer: string | null;
};

/** A mail as it was approved, and as it was handed over. */
export type SentLetter = {
  leadId: string;
  fromName: string;
  from: string;
  /** Whom it is to, by the name their lead had when it was approved. */
  toName: string;
  to: string;
  subject: string;
  text: string;
  messageId: string;
  approvedAt: string;
  /** On which ground it was approved; `recordedBy` and `recordedAt` are null where that is kept no more. */
  consent: KeptConsent & { recordedBy: string | null; recordedAt: string | null };
  /** The headers and the whole message as text, once there are any bytes. */
  headers: { name: string; value: string }[];
  raw: string | null;
  /** What came back: answers and reports. */
  received: { kind: string; at: string; permanent: boolean | null }[];
};

/** A delivery in full. */
export type SentInFull = SentRow & {
  revision: number;
  attempts: SentAttempt[];
  letter: SentLetter | null;
  maySettle: boolean;
};

/** What a person looks at before saying what became of a delivery that nobody can be sure of. */
export function whatToCheck({
  letter,
  mailbox,
  recipient,
}: Pick<SentInFull, "letter" | "mailbox" | "recipient">): string {
  if (!letter) return `Look whether ${recipient} is in the folder.`;
  if (mailbox === "outbox") return "Look whether the file is in the outbox.";
  return `Look in the Sent folder of ${letter.from} for the Message-ID <${letter.messageId}>, or ask ${letter.to} whether it came.`;
}

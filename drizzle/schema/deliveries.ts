import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, leaving, oneOf } from "#drizzle/schema/columns";
import { drafts } from "#drizzle/schema/drafts";
import { users } from "#drizzle/schema/users";

export const DELIVERY_STATES = [
  "scheduled",
  "sending",
  "sent",
  "failed",
  "unknown",
  "returned",
  "cancelled",
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One intent to bring an approved revision to one recipient over one channel. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: id(),
    draftId: text("draft_id")
      .notNull()
      .references(() => drafts.id),
    revision: integer("revision").notNull(),
    channel: text("channel").notNull(),
    recipient: text("recipient").notNull(),
    state: text("state", { enum: DELIVERY_STATES }).notNull(),
    ...leaving(),
  },
  (t) => [
    uniqueIndex("deliveries_one_live_key")
      .on(t.draftId, t.channel, t.recipient)
      .where(sql`${t.state} <> 'cancelled'`),
    index("deliveries_state_due_idx").on(t.state, t.dueAt),
    index("deliveries_ended_idx").on(t.endedAt).where(sql`${t.endedAt} is not null`),
    index("deliveries_created_idx").on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    oneOf("deliveries_state_known", t.state, DELIVERY_STATES),
  ],
);

/** One try of a delivery: written before the channel is touched, closed when its answer is known. */
export const deliveryAttempts = pgTable(
  "delivery_attempts",
  {
    deliveryId: text("delivery_id")
      .notNull()
      .references(() => deliveries.id),
    number: integer("number").notNull(),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
    answer: text("answer"),
  },
  (t) => [primaryKey({ columns: [t.deliveryId, t.number] })],
);

/** What a mail says and under which law it is sent, as it was approved. */
export type LetterText = {
  from: { name: string; address: string };
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Without angle brackets. */
  messageId: string;
  /** The mail it answers, and those before that one, oldest first (RFC 5322, section 3.6.4). */
  inReplyTo: string | null;
  references: string[];
  /** Where whoever gets it unsubscribes: https or http, and an address to write to. */
  unsubscribe: { url: string; mailto: string | null };
};

/** On which ground a mail was allowed to leave when it was approved. */
export type KeptConsent = {
  id: string;
  basis: string;
  obtainedOn: string;
  expiresOn: string | null;
  evidence: string;
};

/** The mail of a delivery: what was approved, by whom, and the exact bytes once there are any. */
export const letters = pgTable(
  "letters",
  {
    deliveryId: text("delivery_id")
      .primaryKey()
      .references(() => deliveries.id),
    leadId: text("lead_id").notNull(),
    approvedBy: text("approved_by")
      .notNull()
      .references(() => users.id),
    approvedAt: instant("approved_at").notNull(),
    /** The mailbox it leaves by: the id of one, "shared", or "outbox" where it is only kept as a file. */
    mailbox: text("mailbox").notNull(),
    letter: jsonb("letter").$type<LetterText>().notNull(),
    messageId: text("message_id").notNull(),
    consent: jsonb("consent").$type<KeptConsent>().notNull(),
    /** The message as it was handed to the server, written before it is: base64 of its bytes. The same at every try. */
    raw: text("raw"),
    /** When it was first handed over or kept. */
    sentAt: instant("sent_at"),
  },
  (t) => [
    index("letters_message_idx").on(t.messageId),
    index("letters_lead_idx").on(t.leadId, t.approvedAt),
    index("letters_approver_idx")
      .on(t.approvedBy, t.sentAt.desc().nullsFirst())
      .where(sql`${t.sentAt} is not null`),
    index("letters_mailbox_idx").on(t.mailbox, t.sentAt).where(sql`${t.sentAt} is not null`),
  ],
);

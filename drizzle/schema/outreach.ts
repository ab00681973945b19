import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, oneOf } from "#drizzle/schema/columns";
import { users } from "#drizzle/schema/users";

/** One row: who the company is in the mails it sends, and how much it sends. */
export const outreach = pgTable("outreach", {
  id: integer("id").primaryKey(),
  /** What the law asks to stand in each mail; "" until an admin has filled it in, and nothing leaves before. */
  businessName: text("business_name").notNull().default(""),
  mailingAddress: text("mailing_address").notNull().default(""),
  /** A phone number, an address to write to, or a page. */
  contact: text("contact").notNull().default(""),
  cadenceDays: integer("cadence_days").array().notNull().default(sql`'{0,3,7,14,21}'::int[]`),
  /** Days without anything after which a lead who answered before is quiet. */
  quietDays: integer("quiet_days").notNull().default(14),
  /** Drafts a day for each person. */
  dailyCap: integer("daily_cap").notNull().default(40),
  /** Mails an hour from each mailbox. */
  hourlyLimit: integer("hourly_limit").notNull().default(60),
  /** Seconds between approving and leaving. */
  undoSeconds: integer("undo_seconds").notNull().default(30),
  version: integer("version").notNull().default(1),
});

/** How somebody writes. Who has no row has no signature but their name. */
export const voices = pgTable("voices", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id),
  signature: text("signature").notNull().default(""),
  /** How they write, in their words: “short sentences, no exclamation marks”. */
  tone: text("tone").notNull().default(""),
  version: integer("version").notNull().default(1),
});

/** How a mailbox is signed in to. The sealed JSON holds a password, or what OAuth2 needs (RFC 6749, section 6). */
export const MAILBOX_AUTHS = ["password", "oauth2"] as const;

/** Where to reach a server, and whether TLS begins with the first byte (else STARTTLS). */
export type MailHost = { host: string; port: number; secure: boolean };

/** A person's own mailbox. The shared one is in the environment and has no row. */
export const mailboxes = pgTable(
  "mailboxes",
  {
    id: id(),
    ownerId: text("owner_id")
      .notNull()
      .references(() => users.id),
    name: text("name").notNull(),
    address: text("address").notNull(),
    smtp: jsonb("smtp").$type<MailHost>().notNull(),
    /** Null where answers are not read. */
    imap: jsonb("imap").$type<MailHost>(),
    user: text("user_name").notNull(),
    auth: text("auth", { enum: MAILBOX_AUTHS }).notNull(),
    /** Sealed by the vault for `mailboxes:<id>`. */
    secret: text("secret").notNull(),
    /** Why the last try to send by it did not reach it; null where it did. Of reading, `mail_readings` says so. */
    trouble: text("trouble"),
    createdAt: instant("created_at").notNull(),
    version: integer("version").notNull().default(1),
    removedAt: instant("removed_at"),
  },
  (t) => [
    uniqueIndex("mailboxes_owner_key").on(t.ownerId).where(sql`${t.removedAt} is null`),
    oneOf("mailboxes_auth_known", t.auth, MAILBOX_AUTHS),
  ],
);

/** What DNS says of a domain that mail is from. Null where nobody answered. */
export type DomainRecords = {
  /** Records at the domain that begin as one of SPF's. */
  spf: string[] | null;
  /** Records that begin as one of DMARC's, and the domain that has them: it, or one above it. */
  dmarc: { domain: string; texts: string[] } | null;
  /** Under which of the names that providers use a key for signatures stands. */
  dkim: string[] | null;
};

/** The domains that mail of the company's is from, as DNS described them when somebody last asked. */
export const senderDomains = pgTable("sender_domains", {
  domain: text("domain").primaryKey(),
  records: jsonb("records").$type<DomainRecords>().notNull(),
  checkedAt: instant("checked_at").notNull(),
});

/** How far a mailbox was read. `mailbox` is the id of one, or "shared". */
export const mailReadings = pgTable("mail_readings", {
  mailbox: text("mailbox").primaryKey(),
  /** RFC 3501, section 2.3.1.1: what was read before counts only under the same UIDVALIDITY. */
  uidValidity: text("uid_validity"),
  lastUid: integer("last_uid").notNull().default(0),
  leaseUntil: instant("lease_until"),
  readAt: instant("read_at"),
  trouble: text("trouble"),
});

export const RECEIVED_KINDS = ["reply", "auto_reply", "bounce", "unsubscribe", "other"] as const;
export type ReceivedKind = (typeof RECEIVED_KINDS)[number];

/** A mail that was read and belongs to a lead or a delivery; all others are passed over and not kept. */
export const receivedMails = pgTable(
  "received_mails",
  {
    id: id(),
    mailbox: text("mailbox").notNull(),
    messageId: text("message_id").notNull(),
    kind: text("kind", { enum: RECEIVED_KINDS }).notNull(),
    leadId: text("lead_id"),
    deliveryId: text("delivery_id"),
    sourceId: text("source_id"),
    /** What it answers itself, oldest first, without brackets (RFC 5322, section 3.6.4). */
    answers: text("answers").array().notNull().default(sql`'{}'::text[]`),
    /** Of a bounce: whether it is for good (5.x.x). */
    permanent: boolean("permanent"),
    receivedAt: instant("received_at").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("received_mails_message_key").on(t.messageId, t.mailbox),
    index("received_mails_lead_idx").on(t.leadId, t.receivedAt),
    oneOf("received_mails_kind_known", t.kind, RECEIVED_KINDS),
  ],
);

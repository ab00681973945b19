import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, leaving, oneOf } from "#drizzle/schema/columns";
import { users } from "#drizzle/schema/users";

/** Every fixed template there is. Its text is written when the mail leaves, from what is true by then. */
export const MAIL_PURPOSES = ["notices", "password", "invitation", "test"] as const;
export type MailPurpose = (typeof MAIL_PURPOSES)[number];

/**
 * scheduled → sending → sent, failed, unknown, or scheduled again; cancelled where there is nothing to say any more, and
 * unknown too where a backup is restored that is older than what became of it.
 * Nothing follows `unknown`: what a notice says stands in Countersign too, and who misses a link asks for another.
 */
export const MAIL_STATES = ["scheduled", "sending", "sent", "failed", "unknown", "cancelled"] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** One mail from a fixed template to one person. What a draft says never leaves by it. */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    purpose: text("purpose", { enum: MAIL_PURPOSES }).notNull(),
    /** Null while nobody has looked whose address `recipient` is, and where it is nobody's. */
    userId: text("user_id").references(() => users.id),
    /** The address somebody typed who is not signed in; forgotten when the mail has ended. */
    recipient: text("recipient"),
    /** Made once, so that the receiver recognises a second try. */
    messageId: text("message_id").notNull(),
    state: text("state", { enum: MAIL_STATES }).notNull(),
    ...leaving(),
  },
  (t) => [
    // What comes while a mail of notices waits goes into that one; once it was tried its text is known outside.
    uniqueIndex("mails_gathering_key")
      .on(t.userId)
      .where(sql`${t.purpose} = 'notices' and ${t.state} = 'scheduled' and ${t.attempt} = 0`),
    index("mails_state_due_idx").on(t.state, t.dueAt),
    index("mails_created_idx").on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    oneOf("mails_purpose_known", t.purpose, MAIL_PURPOSES),
    oneOf("mails_state_known", t.state, MAIL_STATES),
  ],
);

import { eq } from "drizzle-orm";
import { mailboxes, users } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";

/** What becomes of answers to a mail: whether Countersign reads them, and who gets them instead of whom it is from. */
export type AnswersTo = { isRead: boolean; replyTo: { name: string; address: string } | null };

/** The same of a mailbox. What is answered to the shared one that nobody reads goes to whoever approved the mail. */
export async function answersTo(
  ctx: Ctx,
  db: Tx | Database,
  mailbox: string,
  approvedBy: string,
): Promise<AnswersTo> {
  if (mailbox !== "shared") return { isRead: await isRead(db, mailbox), replyTo: null };
  if (ctx.channels.smtp?.imap) return { isRead: true, replyTo: null };
  const [person] = await db
    .select({ name: users.name, address: users.email })
    .from(users)
    .where(eq(users.id, approvedBy));
  const replyTo = person?.address ? { name: person.name, address: person.address } : null;
  return { isRead: false, replyTo };
}

async function isRead(db: Tx | Database, id: string): Promise<boolean> {
  const [row] = await db.select({ imap: mailboxes.imap }).from(mailboxes).where(eq(mailboxes.id, id));
  return row?.imap != null;
}

import { and, eq, isNull } from "drizzle-orm";
import type { MailHost } from "#drizzle/schema/outreach";
import { mailboxes, mailReadings } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";

/** One's own mailbox, without what opens it. Instants are ISO strings. */
export type OwnMailbox = {
  id: string;
  name: string;
  address: string;
  user: string;
  smtp: MailHost;
  /** Null where answers are not read. */
  imap: MailHost | null;
  auth: "password" | "oauth2";
  /** Why nothing leaves by it now; null where the last try reached it. */
  trouble: string | null;
  /** Why it was not read last. */
  unread: string | null;
  readAt: string | null;
};

/** The mailbox of whoever asks, or null. */
export async function findOwnMailbox(ctx: UserCtx): Promise<OwnMailbox | null> {
  const [row] = await reader(ctx.store)
    .select({
      id: mailboxes.id,
      name: mailboxes.name,
      address: mailboxes.address,
      user: mailboxes.user,
      smtp: mailboxes.smtp,
      imap: mailboxes.imap,
      auth: mailboxes.auth,
      trouble: mailboxes.trouble,
      unread: mailReadings.trouble,
      readAt: mailReadings.readAt,
    })
    .from(mailboxes)
    .leftJoin(mailReadings, eq(mailReadings.mailbox, mailboxes.id))
    .where(and(eq(mailboxes.ownerId, ctx.actor.id), isNull(mailboxes.removedAt)));
  return row ? { ...row, readAt: row.readAt?.toISOString() ?? null } : null;
}

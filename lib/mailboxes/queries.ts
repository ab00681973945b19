import { and, eq, isNull } from "drizzle-orm";
import type { MailHost } from "#drizzle/schema/outreach";
import { mailboxes, mailReadings } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError, isAppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { troubleOf } from "#lib/mailboxes/connect-mailbox";
import { openMailbox } from "#lib/mailboxes/open-mailbox";

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
  trouble: string | null;
  readAt: string | null;
};

const PATIENCE_MS = 20_000;

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
      readAt: mailReadings.readAt,
    })
    .from(mailboxes)
    .leftJoin(mailReadings, eq(mailReadings.mailbox, mailboxes.id))
    .where(and(eq(mailboxes.ownerId, ctx.actor.id), isNull(mailboxes.removedAt)));
  return row ? { ...row, readAt: row.readAt?.toISOString() ?? null } : null;
}

/** Signs in to the servers of one's own mailbox now: null where that works, else what is wrong. `not_found` without one. */
export async function checkOwnMailbox(ctx: UserCtx): Promise<{ trouble: string | null }> {
  const own = await findOwnMailbox(ctx);
  if (!own) throw new AppError("not_found", "You have connected no mailbox.");
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    return { trouble: await troubleOf(await openMailbox(ctx, own.id, signal), signal) };
  } catch (error) {
    if (isAppError(error)) return { trouble: error.message };
    throw error;
  }
}

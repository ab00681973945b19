import { and, eq, isNull } from "drizzle-orm";
import type { MailHost } from "#drizzle/schema/outreach";
import { mailboxes } from "#drizzle/schema/schema";
import { fetchAccessToken } from "#lib/channels/access-token";
import type { MailLogin, MailServerAccess } from "#lib/channels/mail";
import { addressOfHost } from "#lib/channels/public-host";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { MailboxSecret } from "#lib/mailboxes/schema";

type MailboxRow = typeof mailboxes.$inferSelect;
/** What of a mailbox is needed to reach it; `secret` is open here. */
export type ToOpen = Pick<MailboxRow, "smtp" | "imap" | "user"> & { secret: MailboxSecret };

/** How a mailbox is reached now. `imap` is null where what is answered to it isn't read. */
export type OpenedMailbox = { smtp: MailServerAccess; imap: MailServerAccess | null };

/** Where the vault seals the secret of a mailbox for. */
export function placeOfMailbox(id: string): string {
  return `mailboxes:${id}`;
}

/** Opens a mailbox by its id, outside of any transaction. `not_found` where it was removed. */
export async function openMailbox(ctx: Ctx, id: string, signal: AbortSignal): Promise<OpenedMailbox> {
  const [row] = await reader(ctx.store)
    .select()
    .from(mailboxes)
    .where(and(eq(mailboxes.id, id), isNull(mailboxes.removedAt)));
  if (!row) throw new AppError("not_found", "The mailbox was removed.");
  const secret = MailboxSecret.parse(JSON.parse(ctx.vault.open(row.secret, placeOfMailbox(id))));
  return reachMailbox(ctx, { ...row, secret }, signal);
}

/** Looks at where its servers are, and fetches an access token where that is how it is signed in to. */
export async function reachMailbox(
  ctx: Pick<Ctx, "channels">,
  { smtp, imap, user, secret }: ToOpen,
  signal: AbortSignal,
): Promise<OpenedMailbox> {
  const allowed = { privateHosts: ctx.channels.privateHosts === true };
  const login: MailLogin =
    "pass" in secret
      ? { user, pass: secret.pass }
      : { user, accessToken: await fetchAccessToken(secret, allowed, signal) };
  const accessTo = async (host: MailHost): Promise<MailServerAccess> => ({
    ...host,
    address: await addressOfHost(host.host, allowed),
    login,
  });
  return { smtp: await accessTo(smtp), imap: imap && (await accessTo(imap)) };
}

import { and, eq, isNull } from "drizzle-orm";
import type { MailHost } from "#drizzle/schema/outreach";
import { mailboxes } from "#drizzle/schema/schema";
import { type FetchedToken, fetchAccessToken, type OAuthGrant } from "#lib/channels/access-token";
import type { MailLogin, MailServerAccess } from "#lib/channels/mail";
import { addressOfHost } from "#lib/channels/public-host";
import { inTransaction, reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { MailboxSecret } from "#lib/mailboxes/schema";

type MailboxRow = typeof mailboxes.$inferSelect;
/** What of a mailbox is needed to reach it; `secret` is open here. */
export type ToOpen = Pick<MailboxRow, "smtp" | "imap" | "user"> & { secret: MailboxSecret };

/**
 * How a mailbox is reached now. `imap` is null where what is answered to it isn't read. `secret` is what opens it the
 * next time.
 */
export type OpenedMailbox = { smtp: MailServerAccess; imap: MailServerAccess | null; secret: MailboxSecret };

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
  const opened = await reachMailbox(ctx, { ...row, secret }, signal);
  if (opened.secret !== secret) await keepSecret(ctx, row, opened.secret);
  return opened;
}

/** Where it was opened elsewhere at the same moment, what that one kept stays. */
function keepSecret(ctx: Ctx, { id, secret: before }: MailboxRow, secret: MailboxSecret): Promise<unknown> {
  return inTransaction(ctx.store, (tx) =>
    tx
      .update(mailboxes)
      .set({ secret: ctx.vault.seal(JSON.stringify(secret), placeOfMailbox(id)) })
      .where(and(eq(mailboxes.id, id), eq(mailboxes.secret, before))),
  );
}

/** Looks at where its servers are, and fetches an access token where that is how it is signed in to. */
export async function reachMailbox(
  ctx: Pick<Ctx, "channels">,
  { smtp, imap, user, secret }: ToOpen,
  signal: AbortSignal,
): Promise<OpenedMailbox> {
  const allowed = { privateHosts: ctx.channels.privateHosts === true };
  const { login, next } = await loginOf(user, secret, (grant) => fetchAccessToken(grant, allowed, signal));
  const accessTo = async (host: MailHost): Promise<MailServerAccess> => ({
    ...host,
    address: await addressOfHost(host.host, allowed),
    login,
  });
  return { smtp: await accessTo(smtp), imap: imap && (await accessTo(imap)), secret: next };
}

/** An access token is fetched each time, and so none is used that has expired. */
async function loginOf(
  user: string,
  secret: MailboxSecret,
  fetch: (grant: OAuthGrant) => Promise<FetchedToken>,
): Promise<{ login: MailLogin; next: MailboxSecret }> {
  if ("pass" in secret) return { login: { user, pass: secret.pass }, next: secret };
  const { accessToken, refreshToken } = await fetch(secret);
  const next = refreshToken === secret.refreshToken ? secret : { ...secret, refreshToken };
  return { login: { user, accessToken }, next };
}

import { and, eq, isNull } from "drizzle-orm";
import { mailboxes } from "#drizzle/schema/schema";
import { tryImap } from "#lib/channels/imap";
import { trySmtp } from "#lib/channels/smtp";
import { newId } from "#lib/db/ids";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { type OpenedMailbox, placeOfMailbox, reachMailbox } from "#lib/mailboxes/open-mailbox";
import { canConnectMailbox } from "#lib/mailboxes/policy";
import { ConnectMailbox } from "#lib/mailboxes/schema";

const PATIENCE_MS = 20_000;

/**
 * Connects one's own mailbox, in the place of the one there was, if it can be signed in to now. Its secret is sealed and
 * never shown again. `invalid` says which server refused, in its words; a host inside a private network is refused.
 */
export async function connectMailbox(ctx: UserCtx, input: ConnectMailbox): Promise<{ mailboxId: string }> {
  const { secret, ...given } = ConnectMailbox.parse(input);
  if (!canConnectMailbox(ctx.actor)) throw new AppError("forbidden", "Viewers send nothing.");
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const trouble = await troubleOf(await reachMailbox(ctx, { ...given, secret }, signal), signal);
  if (trouble) throw new AppError("invalid", trouble);
  const id = newId("mbx", ctx.now());
  const auth = "pass" in secret ? ("password" as const) : ("oauth2" as const);
  const ownerId = ctx.actor.id;
  return transact(ctx, async ({ tx, record }) => {
    await tx
      .update(mailboxes)
      .set({ removedAt: ctx.now(), secret: "" })
      .where(and(eq(mailboxes.ownerId, ownerId), isNull(mailboxes.removedAt)));
    await tx.insert(mailboxes).values({
      id,
      ownerId,
      ...given,
      auth,
      secret: ctx.vault.seal(JSON.stringify(secret), placeOfMailbox(id)),
      createdAt: ctx.now(),
    });
    record({ kind: "mailbox.connected", subjectId: id, data: { auth, reads: given.imap !== null } });
    return { mailboxId: id };
  });
}

/** Signs in to its servers and sends nothing: null where both answer, else what is wrong, as a sentence. */
export async function troubleOf({ smtp, imap }: OpenedMailbox, signal: AbortSignal): Promise<string | null> {
  return (await trySmtp(smtp, signal)) ?? (imap && (await tryImap(imap, signal)));
}

import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { mailboxes, users } from "#drizzle/schema/schema";
import { tryImap } from "#lib/channels/imap";
import { trySmtp } from "#lib/channels/smtp";
import { newId } from "#lib/db/ids";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { foldAddress } from "#lib/format/mail-address";
import { type OpenedMailbox, placeOfMailbox, reachMailbox } from "#lib/mailboxes/open-mailbox";
import { canConnectMailbox } from "#lib/mailboxes/policy";
import { ConnectMailbox } from "#lib/mailboxes/schema";

const PATIENCE_MS = 20_000;

/**
 * Connects one's own mailbox, in the place of the one there was, if it can be signed in to now. Its secret is sealed and
 * never shown again. `invalid` says which server refused, in its words; a host inside a private network is refused.
 */
export async function connectMailbox(ctx: UserCtx, input: ConnectMailbox): Promise<{ mailboxId: string }> {
  const { secret: opens, ...given } = ConnectMailbox.parse(input);
  if (!canConnectMailbox(ctx.actor)) throw new AppError("forbidden", "Viewers send nothing.");
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const { secret, ...servers } = await reachMailbox(ctx, { ...given, secret: opens }, signal);
  const trouble = await troubleOf(servers, signal);
  if (trouble) throw new AppError("invalid", trouble);
  const id = newId("mbx", ctx.now());
  const auth = "pass" in secret ? ("password" as const) : ("oauth2" as const);
  const ownerId = ctx.actor.id;
  return transact(ctx, async ({ tx, record }) => {
    await refuseOthers(ctx, tx, given.address);
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

/** Nobody writes as somebody else of the company, nor as all of it: `invalid`. */
async function refuseOthers(ctx: UserCtx, tx: Tx, address: string): Promise<void> {
  const folded = foldAddress(address);
  const shared = ctx.channels.smtp && foldAddress(ctx.channels.smtp.from.address);
  const [other] = await tx
    .select({ name: users.name })
    .from(users)
    .where(and(sql`lower(${users.email}) = ${folded ?? address.toLowerCase()}`, ne(users.id, ctx.actor.id)))
    .limit(1);
  if (other) throw new AppError("invalid", `This is ${other.name}’s address. Connect a mailbox of your own.`);
  if (shared && shared === folded)
    throw new AppError(
      "invalid",
      "This is the company’s shared address. It is used without being connected.",
    );
}

/** Signs in to its servers and sends nothing: null where both answer, else what is wrong, as a sentence. */
export async function troubleOf(
  { smtp, imap }: Pick<OpenedMailbox, "smtp" | "imap">,
  signal: AbortSignal,
): Promise<string | null> {
  return (await trySmtp(smtp, signal)) ?? (imap && (await tryImap(imap, signal)));
}

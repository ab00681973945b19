import { and, eq, isNull, lt, or } from "drizzle-orm";
import { mailReadings } from "#drizzle/schema/schema";
import { type NewMail, type ReadUntil, readNewMail } from "#lib/channels/imap";
import type { MailServerAccess } from "#lib/channels/mail";
import { parseMail } from "#lib/channels/parse-mail";
import { inTransaction } from "#lib/db/store";
import type { AfterSent, LetterRules } from "#lib/deliveries/letter-rules";
import { describeError, ignoreConflict, isAppError } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { openMailbox } from "#lib/mailboxes/open-mailbox";
import { receiveMail } from "#lib/received/receive-mail";

const LEASE_MS = 120_000;

type Reading = typeof mailReadings.$inferSelect;
type Rules = Pick<LetterRules, "afterSent">;

/**
 * Reads what came to a mailbox since it was read last. One worker reads it at a time; how far it came is kept after each
 * mail, so that nothing is missed and what is read twice is known. Why a mailbox can't be read is kept for its owner.
 */
export async function performReading(ports: Ports, { afterSent }: Rules, mailbox: string): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  const reading = await lease(ctx, mailbox);
  if (!reading) return;
  const trouble = await read(ctx, reading, afterSent).catch(troubleOf);
  await keep(ctx, mailbox, { leaseUntil: null, readAt: ctx.now(), trouble });
}

async function read(
  ctx: Ctx,
  { mailbox, uidValidity, lastUid }: Reading,
  afterSent: AfterSent,
): Promise<null> {
  const signal = AbortSignal.timeout(LEASE_MS / 2);
  const access = await accessTo(ctx, mailbox, signal);
  if (!access) return null;
  let until: ReadUntil = uidValidity === null ? null : { uidValidity, lastUid };
  let found: NewMail;
  do {
    found = await readNewMail(access, until, signal);
    for (const { uid, raw, receivedAt } of found.mails) {
      const mail = await parseMail(raw);
      if (mail) await receiveMail(ctx, { mailbox, at: receivedAt }, mail, afterSent).catch(ignoreConflict);
      await keep(ctx, mailbox, { uidValidity: found.uidValidity, lastUid: uid });
    }
    until = { uidValidity: found.uidValidity, lastUid: found.lastUid };
    await keep(ctx, mailbox, until);
  } while (found.more && !signal.aborted);
  return null;
}

async function accessTo(ctx: Ctx, mailbox: string, signal: AbortSignal): Promise<MailServerAccess | null> {
  if (mailbox === "shared") return ctx.channels.smtp?.imap ?? null;
  return (await openMailbox(ctx, mailbox, signal)).imap;
}

/** The row of a mailbox that nobody reads now, held for a while; undefined where somebody does. */
function lease(ctx: Ctx, mailbox: string): Promise<Reading | undefined> {
  const leaseUntil = new Date(ctx.now().getTime() + LEASE_MS);
  return inTransaction(ctx.store, async (tx) => {
    await tx.insert(mailReadings).values({ mailbox }).onConflictDoNothing();
    const [row] = await tx
      .update(mailReadings)
      .set({ leaseUntil })
      .where(
        and(
          eq(mailReadings.mailbox, mailbox),
          or(isNull(mailReadings.leaseUntil), lt(mailReadings.leaseUntil, ctx.now())),
        ),
      )
      .returning();
    return row;
  });
}

function keep(ctx: Ctx, mailbox: string, columns: Partial<Reading>): Promise<unknown> {
  return inTransaction(ctx.store, (tx) =>
    tx.update(mailReadings).set(columns).where(eq(mailReadings.mailbox, mailbox)),
  );
}

function troubleOf(error: Error): string {
  if (isAppError(error)) return error.message;
  console.error(`A mailbox could not be read: ${describeError(error)}`);
  return "The mailbox could not be read: something failed inside Countersign.";
}

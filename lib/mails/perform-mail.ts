import { eq } from "drizzle-orm";
import { mails } from "#drizzle/schema/schema";
import type { Answer } from "#lib/channels/channel";
import type { Mail, MailSender } from "#lib/channels/mail";
import { AppError, ignoreConflict } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { type Letters, type MailRow, mailOf } from "#lib/mails/letter";
import { afterAnswer, claimed, isAtTry, isDue, trySending } from "#lib/outbox/tries";

type Claimed = { row: MailRow; mail: Mail };

/**
 * Sends one due mail: claims it, writes it from what is true now, sends it outside any transaction, and keeps the answer.
 * One whose outcome is unknown is never sent again.
 */
export async function performMail(ports: Ports, letters: Letters, mailId: string): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  const sender = ctx.channels.smtp;
  if (!sender) return failUnset(ctx, mailId).catch(ignoreConflict);
  const held = await claim(ctx, sender, letters, mailId).catch(ignoreConflict);
  if (!held) return;
  const answer = await trySending((signal) => sender.send(held.mail, signal));
  await keepAnswer(ctx, held.row, answer).catch(ignoreConflict);
}

/** A mail that isn't due, isn't scheduled, or was taken by another worker is a `conflict`. */
function claim(ctx: Ctx, sender: MailSender, letters: Letters, id: string): Promise<Claimed | undefined> {
  return transact(ctx, async (work) => {
    const row = await lockDue(ctx, work, id);
    const write = letters[row.purpose];
    if (!write) throw new Error(`Nobody writes mails about ${row.purpose}.`);
    const letter = await write(ctx, work, row);
    const about = { purpose: row.purpose, userId: letter && "userId" in letter ? letter.userId : row.userId };
    if (letter === null) {
      await work.tx
        .update(mails)
        .set({ state: "cancelled", recipient: null, endedAt: ctx.now() })
        .where(eq(mails.id, id));
      work.record({ kind: "mail.cancelled", subjectId: id, data: about });
      return undefined;
    }
    if (letter instanceof Date) {
      await work.tx.update(mails).set({ dueAt: letter }).where(eq(mails.id, id));
      work.record({ kind: "mail.delayed", subjectId: id, data: { ...about, dueAt: letter.toISOString() } });
      work.enqueue({ kind: "mail", id, dueAt: letter });
      return undefined;
    }
    const held = { ...claimed(row, ctx.now()), userId: letter.userId };
    await work.tx.update(mails).set(held).where(eq(mails.id, id));
    work.record({ kind: "mail.sending", subjectId: id, data: { ...about, attempt: held.attempt } });
    return { row: { ...row, ...held }, mail: mailOf(letter, row.messageId, sender.site) };
  });
}

async function lockDue(ctx: Ctx, { tx }: Work, id: string): Promise<MailRow> {
  const [row] = await tx
    .select()
    .from(mails)
    .where(isDue(mails, id, ctx.now()))
    .for("update");
  if (!row) throw new AppError("conflict", "The mail is not due any more.");
  return row;
}

function keepAnswer(ctx: Ctx, row: MailRow, answer: Answer): Promise<void> {
  const { id, purpose, userId, attempt: tries } = row;
  const columns = afterAnswer(answer, row, ctx.now());
  return transact(ctx, async ({ tx, record, enqueue }) => {
    const [kept] = await tx
      .update(mails)
      .set({ ...columns, ...(columns.endedAt && { recipient: null }) })
      .where(isAtTry(mails, row))
      .returning({ id: mails.id });
    if (!kept) throw new AppError("conflict", "The mail has gone on in the meantime.");
    record({ kind: `mail.${answer.ended}`, subjectId: id, data: { purpose, userId, attempt: tries } });
    if (columns.dueAt) enqueue({ kind: "mail", id, dueAt: columns.dueAt });
  });
}

function failUnset(ctx: Ctx, id: string): Promise<void> {
  return transact(ctx, async (work) => {
    const { purpose, userId, attempt: tries } = await lockDue(ctx, work, id);
    const reason = "Mail is not set up any more.";
    await work.tx
      .update(mails)
      .set({ state: "failed", reason, recipient: null, endedAt: ctx.now() })
      .where(eq(mails.id, id));
    work.record({ kind: "mail.failed", subjectId: id, data: { purpose, userId, attempt: tries } });
  });
}

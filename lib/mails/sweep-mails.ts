import { mails } from "#drizzle/schema/schema";
import { inTransaction, reader } from "#lib/db/store";
import { AppError, ignoreConflict } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { isAtTry, isLost, isOverdue, LOST } from "#lib/outbox/tries";

const BATCH = 100;

/** A mail whose worker died while sending is `unknown`, for good. What is due and was never picked up is queued again. */
export async function sweepMails(ports: Ports): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  for (const lost of await listLost(ctx)) await markUnknown(ctx, lost).catch(ignoreConflict);
  const overdue = await reader(ctx.store)
    .select({ id: mails.id })
    .from(mails)
    .where(isOverdue(mails, ctx.now()))
    .limit(BATCH);
  for (const { id } of overdue)
    await inTransaction(ctx.store, (tx) => ctx.queue.send(tx, { kind: "mail", id }));
}

function listLost(ctx: Ctx) {
  return reader(ctx.store)
    .select({ id: mails.id, purpose: mails.purpose, userId: mails.userId, attempt: mails.attempt })
    .from(mails)
    .where(isLost(mails, ctx.now()))
    .limit(BATCH);
}

type Lost = Awaited<ReturnType<typeof listLost>>[number];

function markUnknown(ctx: Ctx, lost: Lost): Promise<void> {
  const { id, ...about } = lost;
  return transact(ctx, async ({ tx, record }) => {
    const [marked] = await tx
      .update(mails)
      .set({ ...LOST, recipient: null, endedAt: ctx.now() })
      .where(isAtTry(mails, lost))
      .returning({ id: mails.id });
    if (!marked) throw new AppError("conflict", "The mail has gone on in the meantime.");
    record({ kind: "mail.unknown", subjectId: id, data: about });
  });
}

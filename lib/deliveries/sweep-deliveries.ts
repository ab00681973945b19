import { deliveries } from "#drizzle/schema/schema";
import { inTransaction, reader } from "#lib/db/store";
import { AppError, ignoreConflict } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { isAtTry, isLost, isOverdue, LOST } from "#lib/outbox/tries";

const BATCH = 100;

/**
 * A delivery whose worker died while sending may or may not have left: it is `unknown` and waits for a person.
 * What is due and was never picked up is sent to the queue again.
 */
export async function sweepDeliveries(ports: Ports): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  for (const lost of await listLost(ctx)) await markUnknown(ctx, lost).catch(ignoreConflict);
  const overdue = await reader(ctx.store)
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(isOverdue(deliveries, ctx.now()))
    .limit(BATCH);
  for (const { id } of overdue)
    await inTransaction(ctx.store, (tx) => ctx.queue.send(tx, { kind: "delivery", id }));
}

function listLost(ctx: Ctx) {
  return reader(ctx.store)
    .select({ id: deliveries.id, draftId: deliveries.draftId, attempt: deliveries.attempt })
    .from(deliveries)
    .where(isLost(deliveries, ctx.now()))
    .limit(BATCH);
}

function markUnknown(ctx: Ctx, lost: { id: string; draftId: string; attempt: number }): Promise<void> {
  const { id, draftId, attempt } = lost;
  return transact(ctx, async ({ tx, record }) => {
    const [marked] = await tx
      .update(deliveries)
      .set(LOST)
      .where(isAtTry(deliveries, lost))
      .returning({ id: deliveries.id });
    if (!marked) throw new AppError("conflict", "The delivery has gone on in the meantime.");
    record({ kind: "delivery.unknown", subjectId: id, draftId, data: { attempt } });
  });
}

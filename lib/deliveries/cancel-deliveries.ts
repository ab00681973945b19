import { and, eq, inArray, ne } from "drizzle-orm";
import type { DeliveryState } from "#drizzle/schema/deliveries";
import { deliveries } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";

const STAYS: Partial<Record<DeliveryState, string>> = {
  sending: "What was approved is leaving now, so the approval stays.",
  sent: "What was approved has left, so the approval stays.",
  unknown: "Nobody knows whether what was approved has left. Say what became of it first.",
};

/** Takes back what has not left, in the caller's transaction. `conflict` where something is leaving, has left or may have. */
export async function cancelDeliveries(ctx: Ctx, work: Work, draftId: string): Promise<void> {
  const rows = await lockDeliveries(work.tx, draftId);
  const stays = whyDeliveriesStay(rows);
  if (stays) throw new AppError("conflict", stays);
  await cancel(ctx, work, draftId, rows);
}

/** Why an approval with these deliveries stays: one is leaving, has left or may have. Null where it can be taken back. */
export function whyDeliveriesStay(rows: Pick<Row, "state" | "recipient">[]): string | null {
  const stays = rows.find(({ state }) => state in STAYS);
  return stays ? `${STAYS[stays.state]} The destination is ${stays.recipient}.` : null;
}

/**
 * Takes back what has not left, and leaves alone what has or may have, in the caller's transaction.
 * `conflict` while something is leaving.
 */
export async function cancelUnsent(ctx: Ctx, work: Work, draftId: string): Promise<void> {
  const rows = await lockDeliveries(work.tx, draftId);
  if (rows.some(({ state }) => state === "sending")) {
    throw new AppError("conflict", "What was approved is leaving at this moment. Try again in a minute.");
  }
  await cancel(
    ctx,
    work,
    draftId,
    rows.filter(({ state }) => !(state in STAYS)),
  );
}

/** Takes back every mail to a folded address that has not left, in the caller's transaction. What is leaving now leaves. */
export async function cancelMailsTo(ctx: Ctx, { tx, record }: Work, address: string): Promise<void> {
  const rows = await tx
    .update(deliveries)
    .set({ state: "cancelled", endedAt: ctx.now() })
    .where(
      and(
        eq(deliveries.channel, "mail"),
        eq(deliveries.recipient, address),
        inArray(deliveries.state, ["scheduled", "returned"]),
      ),
    )
    .returning({ id: deliveries.id, draftId: deliveries.draftId });
  for (const { id, draftId } of rows)
    record({ kind: "delivery.cancelled", subjectId: id, draftId, data: {} });
}

type Row = { id: string; state: DeliveryState; recipient: string };

function lockDeliveries(tx: Tx, draftId: string): Promise<Row[]> {
  return tx
    .select({ id: deliveries.id, state: deliveries.state, recipient: deliveries.recipient })
    .from(deliveries)
    .where(and(eq(deliveries.draftId, draftId), ne(deliveries.state, "cancelled")))
    .for("update");
}

async function cancel(ctx: Ctx, { tx, record }: Work, draftId: string, rows: Row[]): Promise<void> {
  for (const { id } of rows) {
    await tx.update(deliveries).set({ state: "cancelled", endedAt: ctx.now() }).where(eq(deliveries.id, id));
    record({ kind: "delivery.cancelled", subjectId: id, draftId, data: {} });
  }
}

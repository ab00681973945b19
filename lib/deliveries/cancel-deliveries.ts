import { and, eq, ne } from "drizzle-orm";
import type { DeliveryState } from "#drizzle/schema/deliveries";
import { deliveries } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";

const STAYS: Partial<Record<DeliveryState, string>> = {
  sending: "What was approved is leaving now, so the approval stays.",
  sent: "What was approved has left, so the approval stays.",
  unknown: "Nobody knows whether what was approved has left. Say what became of it first.",
};

/** Takes back what has not left, in the caller's transaction. `conflict` where something is leaving, has left or may have. */
export async function cancelDeliveries(ctx: Ctx, { tx, record }: Work, draftId: string): Promise<void> {
  const rows = await tx
    .select({ id: deliveries.id, state: deliveries.state, recipient: deliveries.recipient })
    .from(deliveries)
    .where(and(eq(deliveries.draftId, draftId), ne(deliveries.state, "cancelled")))
    .for("update");
  const stays = rows.find(({ state }) => state in STAYS);
  if (stays) throw new AppError("conflict", `${STAYS[stays.state]} The destination is ${stays.recipient}.`);
  for (const { id } of rows) {
    await tx.update(deliveries).set({ state: "cancelled", endedAt: ctx.now() }).where(eq(deliveries.id, id));
    record({ kind: "delivery.cancelled", subjectId: id, draftId, data: {} });
  }
}

import { and, eq, inArray } from "drizzle-orm";
import { deliveries } from "#drizzle/schema/schema";
import { statesBefore } from "#lib/deliveries/states";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";

/** Takes back what has not left, in the caller's transaction. `conflict` where something is leaving or has left. */
export async function cancelDeliveries(ctx: Ctx, { tx, record }: Work, draftId: string): Promise<void> {
  const cancelled = await tx
    .update(deliveries)
    .set({ state: "cancelled", endedAt: ctx.now() })
    .where(and(eq(deliveries.draftId, draftId), inArray(deliveries.state, statesBefore("cancelled"))))
    .returning({ id: deliveries.id });
  const [left] = await tx
    .select({ state: deliveries.state, recipient: deliveries.recipient })
    .from(deliveries)
    .where(and(eq(deliveries.draftId, draftId), inArray(deliveries.state, ["sending", "sent"])))
    .limit(1);
  if (left)
    throw new AppError(
      "conflict",
      `What was approved has left already, to ${left.recipient}. It can't be taken back.`,
    );
  for (const { id } of cancelled) record({ kind: "delivery.cancelled", subjectId: id, draftId, data: {} });
}

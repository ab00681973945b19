import { and, eq } from "drizzle-orm";
import { deliveries } from "#drizzle/schema/schema";
import { keepSent } from "#lib/deliveries/keep-sent";
import type { AfterSent } from "#lib/deliveries/letter-rules";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";

/**
 * Settles a delivery of which nobody knew whether it left, in the caller's transaction, because a mail came in that names
 * its Message-ID: only who has it can. All that follows a sent mail follows. One in any other state stays as it is.
 */
export async function proveSent(
  ctx: Ctx,
  work: Work,
  deliveryId: string,
  afterSent: AfterSent,
): Promise<void> {
  const [row] = await work.tx
    .update(deliveries)
    .set({
      state: "sent",
      reason: "It was not known whether this left, until a mail came in that answers it.",
      endedAt: ctx.now(),
    })
    .where(and(eq(deliveries.id, deliveryId), eq(deliveries.state, "unknown")))
    .returning();
  if (!row) return;
  await keepSent(ctx, work, row, afterSent, { later: true });
  const data = { attempt: row.attempt, answered: true as const };
  work.record({ kind: "delivery.sent", subjectId: deliveryId, draftId: row.draftId, data });
}

import { and, eq, inArray } from "drizzle-orm";
import type { DeliveryState } from "#drizzle/schema/deliveries";
import { deliveries, drafts } from "#drizzle/schema/schema";
import { keepSent } from "#lib/deliveries/keep-sent";
import type { AfterSent } from "#lib/deliveries/letter-rules";
import { canSettleDelivery } from "#lib/deliveries/policy";
import { SettleDelivery } from "#lib/deliveries/schema";
import { DELIVERY_TRANSITIONS } from "#lib/deliveries/states";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import type { Event } from "#lib/events/kinds";
import { transact } from "#lib/events/transact";
import { statesBefore } from "#lib/events/transitions";
import { visibleDraft } from "#lib/sources/visibility";

type Verdict = SettleDelivery["verdict"];

const WAITING: DeliveryState[] = ["unknown", "failed", "returned"];

const TO = { sent: "sent", send_again: "scheduled", cancel: "cancelled" } satisfies Record<
  Verdict,
  DeliveryState
>;

/**
 * Lets a person decide about a delivery that is unknown, failed or returned. `conflict` where it has been decided. What
 * follows a mail that left follows one of which somebody says so, too.
 */
export async function settleDelivery(
  ctx: UserCtx,
  input: SettleDelivery,
  afterSent: AfterSent = async () => {},
): Promise<void> {
  const { deliveryId, verdict } = SettleDelivery.parse(input);
  const to: DeliveryState = TO[verdict];
  const from = statesBefore(DELIVERY_TRANSITIONS, to).filter((state) => WAITING.includes(state));
  return transact(ctx, async (work) => {
    const { tx, record, enqueue } = work;
    const [delivery] = await tx
      .select({ decidedBy: drafts.decidedBy })
      .from(deliveries)
      .innerJoin(drafts, eq(drafts.id, deliveries.draftId))
      .where(and(eq(deliveries.id, deliveryId), visibleDraft(ctx.actor, deliveries.draftId)));
    if (!delivery)
      throw new AppError("not_found", "There is no such delivery, or its draft is not shared with you.");
    if (!canSettleDelivery(ctx.actor, delivery))
      throw new AppError("forbidden", "Who approved it, leaders and admins decide about a delivery.");
    const [row] = await tx
      .update(deliveries)
      .set({ state: to, dueAt: ctx.now(), endedAt: to === "scheduled" ? null : ctx.now() })
      .where(and(eq(deliveries.id, deliveryId), inArray(deliveries.state, from)))
      .returning();
    if (!row) throw new AppError("conflict", "Somebody has decided about this delivery already.");
    if (verdict === "sent") await keepSent(ctx, work, row, afterSent, { later: true });
    record(settled(verdict, row));
    if (to === "scheduled") enqueue({ kind: "delivery", id: deliveryId });
  });
}

function settled(verdict: Verdict, row: typeof deliveries.$inferSelect): Event {
  const subject = { subjectId: row.id, draftId: row.draftId };
  switch (verdict) {
    case "sent":
      return { kind: "delivery.sent", ...subject, data: { attempt: row.attempt } };
    case "send_again":
      return { kind: "delivery.scheduled", ...subject, data: { channel: row.channel } };
    case "cancel":
      return { kind: "delivery.cancelled", ...subject, data: {} };
  }
}

import { deliveries } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import { canLeaveBy } from "#lib/deliveries/policy";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import type { DeliveryToMake } from "#lib/workflows/define";

/** How long an approval can be taken back before anything leaves. */
export const UNDO_MS = 30_000;

/**
 * Adds where an approved page goes to the caller's transaction, due after the undo window. Returns how many. A mail
 * needs its letter: `scheduleLetter`.
 */
export async function scheduleDeliveries(
  ctx: Ctx,
  { tx, record, enqueue }: Work,
  approved: { draftId: string; revision: number },
  toMake: DeliveryToMake[],
  isOpen: boolean,
): Promise<number> {
  const open = toMake.filter(({ channel }) => canLeaveBy(ctx.channels, channel, isOpen));
  const dueAt = new Date(ctx.now().getTime() + UNDO_MS);
  for (const { channel, recipient } of open) {
    const id = newId("dlv", ctx.now());
    await tx
      .insert(deliveries)
      .values({ id, ...approved, channel, recipient, state: "scheduled", dueAt, createdAt: ctx.now() });
    record({ kind: "delivery.scheduled", subjectId: id, draftId: approved.draftId, data: { channel } });
    enqueue({ kind: "delivery", id, dueAt });
  }
  return open.length;
}

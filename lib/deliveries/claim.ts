import { and, eq } from "drizzle-orm";
import { deliveries, deliveryAttempts, drafts } from "#drizzle/schema/schema";
import type { Answer } from "#lib/channels/channel";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { claimed, isDue } from "#lib/outbox/tries";

export type DeliveryRow = typeof deliveries.$inferSelect;

/** How a due delivery leaves, why it goes back instead, or until when it has to wait. */
export type Way =
  | { send: (signal: AbortSignal) => Promise<Answer> }
  /** `reopens` where its draft waits for a decision again. */
  | { returned: string; reopens: boolean }
  | { later: Date };

/** Looks once more whether the approval stands, by what is true now. */
export type ClaimOf = (ctx: Ctx, work: Work, due: DeliveryRow) => Promise<Way>;

/** A delivery that is being tried, and how. */
export type Claimed = { row: DeliveryRow; send: (signal: AbortSignal) => Promise<Answer> };

/**
 * Takes one due delivery with its attempt on record; undefined where it is returned or has to wait. One that isn't due,
 * isn't scheduled, or was taken by another worker is a `conflict`.
 */
export function claimDelivery(
  ctx: Ctx,
  id: string,
  ofChannel: (channel: string) => ClaimOf,
): Promise<Claimed | undefined> {
  const now = ctx.now();
  return transact(ctx, async (work) => {
    const { tx, record, enqueue } = work;
    const [due] = await tx
      .select()
      .from(deliveries)
      .where(isDue(deliveries, id, now))
      .for("update");
    if (!due) throw new AppError("conflict", "The delivery is not due any more.");
    const about = { subjectId: id, draftId: due.draftId };
    const way = await ofChannel(due.channel)(ctx, work, due);
    if ("returned" in way) {
      await returnToQueue(ctx, work, due, way);
      return undefined;
    }
    if ("later" in way) {
      await tx.update(deliveries).set({ dueAt: way.later }).where(eq(deliveries.id, id));
      record({ kind: "delivery.delayed", ...about, data: { dueAt: way.later.toISOString() } });
      enqueue({ kind: "delivery", id, dueAt: way.later });
      return undefined;
    }
    const held = claimed(due, now);
    await tx.update(deliveries).set(held).where(eq(deliveries.id, id));
    await tx.insert(deliveryAttempts).values({ deliveryId: id, number: held.attempt, startedAt: now });
    record({ kind: "delivery.sending", ...about, data: { attempt: held.attempt } });
    return { row: { ...due, ...held }, send: way.send };
  });
}

async function returnToQueue(
  ctx: Ctx,
  { tx, record }: Work,
  { id, draftId, revision }: DeliveryRow,
  { returned, reopens }: { returned: string; reopens: boolean },
): Promise<void> {
  await tx
    .update(deliveries)
    .set({ state: "returned", reason: returned, endedAt: ctx.now() })
    .where(eq(deliveries.id, id));
  record({ kind: "delivery.returned", subjectId: id, draftId, data: {} });
  if (!reopens) return;
  const [reopened] = await tx
    .update(drafts)
    .set({ state: "pending", decidedBy: null, decidedAt: null })
    .where(and(eq(drafts.id, draftId), eq(drafts.state, "approved"), eq(drafts.currentRevision, revision)))
    .returning({ id: drafts.id });
  if (reopened) record({ kind: "draft.reopened", subjectId: draftId, draftId, data: { from: "approved" } });
}

import { and, eq, lte } from "drizzle-orm";
import type { DeliveryState } from "#drizzle/schema/deliveries";
import { deliveries, deliveryAttempts, documents, drafts } from "#drizzle/schema/schema";
import type { Answer } from "#lib/channels/channel";
import type { Tx } from "#lib/db/store";
import { AppError, ignoreConflict } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { failpoint } from "#lib/events/failpoint";
import { transact } from "#lib/events/transact";
import type { ChannelName } from "#lib/workflows/define";

const LEASE_MS = 60_000;
const MAX_ATTEMPTS = 5;
const FIRST_DELAY_S = 10;

type Claimed = typeof deliveries.$inferSelect & { title: string; markdown: string };

/**
 * Brings one due delivery to its channel: claim with an attempt on record, look once more whether the approval
 * stands, send outside any transaction, and keep the answer.
 */
export async function performDelivery(ports: Ports, deliveryId: string): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  const delivery = await claim(ctx, deliveryId).catch(ignoreConflict);
  if (!delivery) return;
  const channel = ctx.channels[delivery.channel as ChannelName];
  const answer: Answer = channel
    ? await channel
        .send({ ...delivery, deliveryId }, AbortSignal.timeout(LEASE_MS / 2))
        .catch((error: Error): Answer => ({ ended: "unknown", reason: error.message }))
    : { ended: "failed", reason: "This channel is not set up any more.", retry: false };
  failpoint("delivery.left");
  await keepAnswer(ctx, delivery, answer).catch(ignoreConflict);
}

/** A delivery that isn't due, isn't scheduled, or was taken by another worker is a `conflict`. */
function claim(ctx: Ctx, id: string): Promise<Claimed | undefined> {
  const now = ctx.now();
  return transact(ctx, async ({ tx, record }) => {
    const [due] = await tx
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.id, id), eq(deliveries.state, "scheduled"), lte(deliveries.dueAt, now)))
      .for("update");
    if (!due) throw new AppError("conflict", "The delivery is not due any more.");
    const about = { subjectId: id, draftId: due.draftId };
    const page = await findApprovedPage(tx, due);
    if (!page) {
      const reason = "The approval it was made for no longer stands.";
      await tx
        .update(deliveries)
        .set({ state: "returned", reason, endedAt: now })
        .where(eq(deliveries.id, id));
      record({ kind: "delivery.returned", ...about, data: {} });
      return undefined;
    }
    const claimed = {
      state: "sending" as const,
      attempt: due.attempt + 1,
      leaseUntil: new Date(now.getTime() + LEASE_MS),
    };
    await tx.update(deliveries).set(claimed).where(eq(deliveries.id, id));
    await tx.insert(deliveryAttempts).values({ deliveryId: id, number: claimed.attempt, startedAt: now });
    record({ kind: "delivery.sending", ...about, data: { attempt: claimed.attempt } });
    return { ...due, ...claimed, ...page };
  });
}

async function findApprovedPage(tx: Tx, { draftId, revision }: { draftId: string; revision: number }) {
  const [page] = await tx
    .select({ title: documents.title, markdown: documents.markdown })
    .from(documents)
    .innerJoin(drafts, eq(drafts.id, documents.draftId))
    .where(
      and(eq(documents.draftId, draftId), eq(drafts.state, "approved"), eq(drafts.currentRevision, revision)),
    );
  return page;
}

function keepAnswer(ctx: Ctx, delivery: Claimed, answer: Answer): Promise<void> {
  const { id, draftId, attempt } = delivery;
  const reason = answer.ended === "sent" ? null : answer.reason;
  const again = answer.ended === "failed" && answer.retry && attempt < MAX_ATTEMPTS;
  const state: DeliveryState = again ? "scheduled" : answer.ended;
  const dueAt = new Date(ctx.now().getTime() + FIRST_DELAY_S * 2 ** (attempt - 1) * 1000);
  return transact(ctx, async ({ tx, record, enqueue }) => {
    const [row] = await tx
      .update(deliveries)
      .set({ state, reason, leaseUntil: null, ...(again ? { dueAt } : { endedAt: ctx.now() }) })
      .where(and(eq(deliveries.id, id), eq(deliveries.attempt, attempt), eq(deliveries.state, "sending")))
      .returning({ id: deliveries.id });
    if (!row) throw new AppError("conflict", "The delivery has gone on in the meantime.");
    await tx
      .update(deliveryAttempts)
      .set({ endedAt: ctx.now(), answer: answer.ended })
      .where(and(eq(deliveryAttempts.deliveryId, id), eq(deliveryAttempts.number, attempt)));
    record({ kind: `delivery.${answer.ended}`, subjectId: id, draftId, data: { attempt } });
    if (again) enqueue({ kind: "delivery", id, dueAt });
  });
}

import { and, eq } from "drizzle-orm";
import { deliveries, deliveryAttempts, documents, drafts } from "#drizzle/schema/schema";
import type { Answer } from "#lib/channels/channel";
import type { Tx } from "#lib/db/store";
import { staysWithReaders } from "#lib/deliveries/policy";
import { AppError, ignoreConflict } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { failpoint } from "#lib/events/failpoint";
import { transact } from "#lib/events/transact";
import { afterAnswer, claimed, isAtTry, isDue, trySending } from "#lib/outbox/tries";
import { openToAll } from "#lib/sources/visibility";
import type { ChannelName } from "#lib/workflows/define";

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
    ? await trySending((signal) => channel.send({ ...delivery, deliveryId }, signal))
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
      .where(isDue(deliveries, id, now))
      .for("update");
    if (!due) throw new AppError("conflict", "The delivery is not due any more.");
    const about = { subjectId: id, draftId: due.draftId };
    const page = await findApprovedPage(tx, due);
    const reason = whyNotLeaving(due, page);
    if (reason) {
      await tx
        .update(deliveries)
        .set({ state: "returned", reason, endedAt: now })
        .where(eq(deliveries.id, id));
      record({ kind: "delivery.returned", ...about, data: {} });
      return undefined;
    }
    const held = claimed(due, now);
    await tx.update(deliveries).set(held).where(eq(deliveries.id, id));
    await tx.insert(deliveryAttempts).values({ deliveryId: id, number: held.attempt, startedAt: now });
    record({ kind: "delivery.sending", ...about, data: { attempt: held.attempt } });
    return page && { ...due, ...held, ...page };
  });
}

type ApprovedPage = { title: string; markdown: string; isOpen: boolean };

/** What may have changed since it was scheduled, also while somebody decided to send it again. */
function whyNotLeaving({ channel }: { channel: string }, page: ApprovedPage | undefined): string | null {
  if (!page) return "The approval it was made for no longer stands.";
  if (!staysWithReaders(channel as ChannelName, page.isOpen))
    return "Not everybody may see its source any more.";
  return null;
}

async function findApprovedPage(
  tx: Tx,
  { draftId, revision }: { draftId: string; revision: number },
): Promise<ApprovedPage | undefined> {
  const [page] = await tx
    .select({ title: documents.title, markdown: documents.markdown, isOpen: openToAll(draftId) })
    .from(documents)
    .innerJoin(drafts, eq(drafts.id, documents.draftId))
    .where(
      and(eq(documents.draftId, draftId), eq(drafts.state, "approved"), eq(drafts.currentRevision, revision)),
    );
  return page;
}

function keepAnswer(ctx: Ctx, delivery: Claimed, answer: Answer): Promise<void> {
  const { id, draftId, attempt } = delivery;
  const columns = afterAnswer(answer, delivery, ctx.now());
  return transact(ctx, async ({ tx, record, enqueue }) => {
    const [row] = await tx
      .update(deliveries)
      .set(columns)
      .where(isAtTry(deliveries, delivery))
      .returning({ id: deliveries.id });
    if (!row) throw new AppError("conflict", "The delivery has gone on in the meantime.");
    await tx
      .update(deliveryAttempts)
      .set({ endedAt: ctx.now(), answer: answer.ended })
      .where(and(eq(deliveryAttempts.deliveryId, id), eq(deliveryAttempts.number, attempt)));
    record({ kind: `delivery.${answer.ended}`, subjectId: id, draftId, data: { attempt } });
    if (columns.dueAt) enqueue({ kind: "delivery", id, dueAt: columns.dueAt });
  });
}

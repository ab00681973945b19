import { and, eq, lt, max, min } from "drizzle-orm";
import { deliveries, deliveryAttempts } from "#drizzle/schema/schema";
import { inTransaction, reader } from "#lib/db/store";
import { AppError, ignoreConflict } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { lookUpPost } from "#lib/slack/open-slack";

/** How long after the last try an absence is believed: Slack may take what it was handed a moment later. */
const SETTLED_MS = 2 * 60_000;
/** How long after it was looked up it is looked up again. */
const AGAIN_MS = 10 * 60_000;
const PATIENCE_MS = 20_000;
const AT_ONCE = 10;

const ABSENT = "It is not in the channel: it did not arrive, and can be sent again.";

/**
 * Looks for posts of which nobody knows whether they arrived, in the channels themselves. One that is found is sent; of one
 * that is not, whoever decides is told so, and nothing is posted again by itself.
 */
export async function settlePosts(ports: Ports): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  for (const post of await listUnknown(ctx)) {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const found = await lookUpPost(ctx, post.recipient, { deliveryId: post.id, since: post.since }, signal);
    if (found === "posted") await keepFound(ctx, post).catch(ignoreConflict);
    else await lookAgainLater(ctx, post.id, found === "absent" ? ABSENT : null);
  }
}

type Unknown = { id: string; draftId: string; attempt: number; recipient: string; since: Date };

async function listUnknown(ctx: Ctx): Promise<Unknown[]> {
  const now = ctx.now();
  const rows = await reader(ctx.store)
    .select({
      id: deliveries.id,
      draftId: deliveries.draftId,
      attempt: deliveries.attempt,
      recipient: deliveries.recipient,
      since: min(deliveryAttempts.startedAt),
    })
    .from(deliveries)
    .innerJoin(deliveryAttempts, eq(deliveryAttempts.deliveryId, deliveries.id))
    .where(and(eq(deliveries.state, "unknown"), eq(deliveries.channel, "slack"), lt(deliveries.dueAt, now)))
    .groupBy(deliveries.id)
    .having(lt(max(deliveryAttempts.startedAt), new Date(now.getTime() - SETTLED_MS)))
    .limit(AT_ONCE);
  return rows.flatMap(({ since, ...row }) => (since ? { ...row, since } : []));
}

function keepFound(ctx: Ctx, { id, draftId, attempt }: Unknown): Promise<void> {
  return transact(ctx, async ({ tx, record }) => {
    const kept = await tx
      .update(deliveries)
      .set({
        state: "sent",
        reason: "It was not known whether this arrived, until it was found in the channel.",
        endedAt: ctx.now(),
      })
      .where(isUnknown(id))
      .returning({ id: deliveries.id });
    if (kept.length === 0) throw new AppError("conflict", "Somebody decided about it in the meantime.");
    record({ kind: "delivery.sent", subjectId: id, draftId, data: { attempt } });
  });
}

async function lookAgainLater(ctx: Ctx, id: string, reason: string | null): Promise<void> {
  const dueAt = new Date(ctx.now().getTime() + AGAIN_MS);
  await inTransaction(ctx.store, (tx) =>
    tx
      .update(deliveries)
      .set({ dueAt, ...(reason && { reason }) })
      .where(isUnknown(id)),
  );
}

function isUnknown(id: string) {
  return and(eq(deliveries.id, id), eq(deliveries.state, "unknown"));
}

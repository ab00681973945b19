import { and, asc, isNull, lte } from "drizzle-orm";
import { noticeDays } from "#drizzle/schema/schema";
import { inTransaction, reader } from "#lib/db/store";
import type { Ctx, Ports } from "#lib/events/context";
import { ensureDays } from "#lib/notices/days";

const BATCH = 500;

/**
 * Queues the mornings that have come. What is looked at are people and their mornings, never all actions. Sent again
 * at each tick until it is done: the queue keeps one entry of each.
 */
export async function sweepNoticeDays(ports: Ports): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  await ensureDays(ctx);
  const come = await reader(ctx.store)
    .select({ id: noticeDays.id })
    .from(noticeDays)
    .where(and(isNull(noticeDays.doneAt), lte(noticeDays.dueAt, ctx.now())))
    .orderBy(asc(noticeDays.dueAt))
    .limit(BATCH);
  if (come.length === 0) return;
  await inTransaction(ctx.store, async (tx) => {
    for (const { id } of come) await ctx.queue.send(tx, { kind: "notice_day", id });
  });
}

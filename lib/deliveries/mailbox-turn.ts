import { and, count, desc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { deliveries, letters, outreach } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";

const HOUR_MS = 3_600_000;
const USUAL_LIMIT = 60;

type Waiting = Pick<typeof letters.$inferSelect, "deliveryId" | "mailbox" | "approvedAt">;

/**
 * When a mail may leave by its mailbox: null for now, else the instant of its turn. So many leave in any hour, whichever
 * processes send them, and those that wait leave in the order in which they were approved. What is only kept as a file
 * never waits.
 */
export async function nextTurn(ctx: Ctx, tx: Tx, waiting: Waiting): Promise<Date | null> {
  const { mailbox } = waiting;
  if (mailbox === "outbox") return null;
  // Held until the transaction ends: who counts at the same time counts this one too.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`mailbox ${mailbox}`}))`);
  const limit = await hourlyLimit(tx);
  const recent = await tx
    .select({ at: sql<Date>`${letters.sentAt}`.mapWith(letters.sentAt) })
    .from(letters)
    .where(and(eq(letters.mailbox, mailbox), gt(letters.sentAt, new Date(ctx.now().getTime() - HOUR_MS))))
    .orderBy(desc(letters.sentAt))
    .limit(limit);
  if (recent.length < limit) return null;
  const before = await countBefore(tx, waiting);
  const turn = recent.toReversed()[before % limit]?.at ?? ctx.now();
  return new Date(turn.getTime() + HOUR_MS * (1 + Math.floor(before / limit)));
}

async function hourlyLimit(tx: Tx): Promise<number> {
  const [row] = await tx.select({ limit: outreach.hourlyLimit }).from(outreach).where(eq(outreach.id, 1));
  return Math.max(1, row?.limit ?? USUAL_LIMIT);
}

/** How many were approved before it and wait for the same mailbox. */
async function countBefore(tx: Tx, { deliveryId, mailbox, approvedAt }: Waiting): Promise<number> {
  const [row] = await tx
    .select({ before: count() })
    .from(letters)
    .innerJoin(deliveries, eq(deliveries.id, letters.deliveryId))
    .where(
      and(
        eq(letters.mailbox, mailbox),
        isNull(letters.sentAt),
        eq(deliveries.state, "scheduled"),
        or(
          lt(letters.approvedAt, approvedAt),
          and(eq(letters.approvedAt, approvedAt), lt(letters.deliveryId, deliveryId)),
        ),
      ),
    );
  return Number(row?.before ?? 0);
}

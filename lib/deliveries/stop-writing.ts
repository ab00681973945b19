import { and, eq, isNull } from "drizzle-orm";
import { leads } from "#drizzle/schema/schema";
import { suppress } from "#lib/consent/suppress";
import { cancelMailsTo } from "#lib/deliveries/cancel-deliveries";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { stopCadence } from "#lib/leads/stop-cadence";
import { addEntry } from "#lib/leads/timeline";

type Stop = {
  /** Folded. */
  address: string;
  why: "unsubscribed" | "bounced";
  /** What stands beside it on the list: the words of a mail server. */
  note?: string;
};

/**
 * Ends all mail to an address in the caller's transaction: it is suppressed, what waits to leave is cancelled, and the
 * follow-ups to its lead stop. `conflict` where it was suppressed already.
 */
export async function stopWriting(ctx: Ctx, work: Work, stop: Stop): Promise<void> {
  const { address, why } = stop;
  await stopSending(ctx, work, stop);
  const [lead] = await work.tx
    .select({ id: leads.id })
    .from(leads)
    .where(and(eq(leads.address, address), isNull(leads.deletedAt)));
  if (!lead) return;
  await stopCadence(work, lead.id, why);
  if (why === "unsubscribed")
    await addEntry(ctx, work, {
      leadId: lead.id,
      kind: "unsubscribed",
      at: ctx.now(),
      words: "Unsubscribed: nothing is sent to this address any more.",
    });
}

/** The same without its lead, whose follow-ups are dropped when their turn comes: nothing waits for who changes it. */
export async function stopSending(ctx: Ctx, work: Work, { address, why, note }: Stop): Promise<void> {
  const isNew = await suppress(ctx, work, { value: address, kind: "address", reason: why, note });
  if (!isNew) throw new AppError("conflict", "Nothing is sent to this address any more already.");
  await cancelMailsTo(ctx, work, address);
}

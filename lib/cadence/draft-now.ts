import { and, count, eq, isNotNull } from "drizzle-orm";
import { cadences, letters } from "#drizzle/schema/schema";
import { lockLead } from "#lib/cadence/lock-lead";
import { queueFollowUp } from "#lib/cadence/queue-follow-up";
import { DraftNow } from "#lib/cadence/schema";
import type { Tx } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";

/**
 * Has a follow-up to a lead drafted at once, whatever its cadence says, and returns the id of the run. It is written
 * without consent too: who reviews it sees what is missing. `conflict` while another one is written or waits.
 */
export async function draftNow(ctx: UserCtx, input: DraftNow): Promise<{ runId: string }> {
  const { leadId, promiseId } = DraftNow.parse(input);
  return transact(ctx, async (work) => {
    await lockLead(ctx, work.tx, leadId);
    const why = promiseId ? "promise" : "asked";
    const occasion = { why, ...(await readPlace(work.tx, leadId)), ...(promiseId && { promiseId }) } as const;
    const runId = await queueFollowUp(ctx, work, { leadId, by: ctx.actor.id, occasion });
    return { runId };
  });
}

/** Which mail to a lead the next one is, of how many that are meant to be. */
export async function readPlace(tx: Tx, leadId: string): Promise<{ step: number; of: number }> {
  const [sent] = await tx
    .select({ mails: count() })
    .from(letters)
    .where(and(eq(letters.leadId, leadId), isNotNull(letters.sentAt)));
  const [cadence] = await tx
    .select({ days: cadences.days })
    .from(cadences)
    .where(eq(cadences.leadId, leadId));
  const step = (sent?.mails ?? 0) + 1;
  return { step, of: Math.max(step, cadence?.days.length ?? 0) };
}

import { and, eq, isNull } from "drizzle-orm";
import { consents } from "#drizzle/schema/schema";
import { refuseReaders } from "#lib/consent/policy";
import { WithdrawConsent } from "#lib/consent/schema";
import { suppress } from "#lib/consent/suppress";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";

/**
 * Records that somebody asked not to be written to any more: no consent of theirs counts from now on, and their address
 * is on the list that nothing is sent to. `conflict` where both were so before.
 */
export async function withdrawConsent(ctx: UserCtx, input: WithdrawConsent): Promise<{ withdrawn: number }> {
  const { email: address, note } = WithdrawConsent.parse(input);
  refuseReaders(ctx.actor);
  return transact(ctx, async (work) => {
    const rows = await work.tx
      .update(consents)
      .set({ withdrawnAt: ctx.now(), withdrawnBy: ctx.actor.id })
      .where(and(eq(consents.address, address), isNull(consents.withdrawnAt)))
      .returning({ id: consents.id, basis: consents.basis });
    for (const { id, basis } of rows)
      work.record({ kind: "consent.withdrawn", subjectId: id, data: { basis } });
    const added = await suppress(ctx, work, { value: address, kind: "address", reason: "asked", note });
    if (!added && rows.length === 0)
      throw new AppError("conflict", "This address is on the list already: nothing is sent to it.");
    return { withdrawn: rows.length };
  });
}

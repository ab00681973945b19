import { and, eq } from "drizzle-orm";
import { cadences } from "#drizzle/schema/schema";
import { lockLead } from "#lib/cadence/lock-lead";
import { EndCadence } from "#lib/cadence/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { stopCadence } from "#lib/leads/stop-cadence";

/** Ends the follow-ups to a lead because a person says so. `conflict` where they changed meanwhile or ended already. */
export async function endCadence(ctx: UserCtx, input: EndCadence): Promise<void> {
  const { leadId, version } = EndCadence.parse(input);
  return transact(ctx, async (work) => {
    await lockLead(ctx, work.tx, leadId);
    const [seen] = await work.tx
      .select({ leadId: cadences.leadId })
      .from(cadences)
      .where(and(eq(cadences.leadId, leadId), eq(cadences.version, version)));
    if (!seen || !(await stopCadence(work, leadId, "person")))
      throw new AppError("conflict", "These follow-ups have changed meanwhile. Look at them again.");
  });
}

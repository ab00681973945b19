import { and, eq, inArray } from "drizzle-orm";
import { cadences } from "#drizzle/schema/schema";
import { lockLead } from "#lib/cadence/lock-lead";
import { ChangeCadence } from "#lib/cadence/schema";
import { putDownStep } from "#lib/cadence/steps";
import { readWorkDays } from "#lib/calendar/read-work-days";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { localDay } from "#lib/format/dates";

/**
 * Gives a cadence that goes on other days. What was drafted stays drafted; what comes next moves. `conflict` where it
 * has changed since it was seen, or does not go on any more; `invalid` with fewer days than it has drafted already.
 */
export async function changeCadence(ctx: UserCtx, input: ChangeCadence): Promise<void> {
  const { leadId, version, days } = ChangeCadence.parse(input);
  return transact(ctx, async (work) => {
    const lead = await lockLead(ctx, work.tx, leadId);
    const going = and(
      eq(cadences.leadId, leadId),
      eq(cadences.version, version),
      inArray(cadences.state, ["going", "paused"]),
    );
    const [row] = await work.tx
      .update(cadences)
      .set({ days, version: version + 1, state: "going" })
      .where(going)
      .returning();
    if (!row) throw new AppError("conflict", "These follow-ups have changed meanwhile. Look at them again.");
    if (row.step > days.length)
      throw new AppError("invalid", `${row.step} of them were drafted already. Name at least as many days.`);
    const when = await readWorkDays(work.tx, lead.ownerId, ctx.now());
    const more = await putDownStep(ctx, work.tx, row, localDay(ctx.now(), when.timeZone), when);
    if (!more) await work.tx.update(cadences).set({ state: "done" }).where(eq(cadences.leadId, leadId));
    work.record({ kind: "cadence.changed", subjectId: leadId, data: { mails: days.length } });
  });
}

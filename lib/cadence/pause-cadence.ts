import { and, eq, sql } from "drizzle-orm";
import { cadences, followUpDues } from "#drizzle/schema/schema";
import { putDown } from "#lib/cadence/dues";
import { readWorkDays } from "#lib/calendar/read-work-days";
import { firstWorkDay } from "#lib/calendar/work-days";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { addDays, localDay } from "#lib/format/dates";

/** An auto-reply tells that nobody reads for a while; how long it rarely tells. */
const DAYS = 7;

/**
 * Holds the follow-ups to a lead for a week after an auto-reply (RFC 3834), in the caller's transaction. They go on by
 * themselves. Returns whether there were any.
 */
export async function pauseCadence(
  ctx: Ctx,
  { tx, record }: Work,
  lead: { id: string; ownerId: string | null },
): Promise<boolean> {
  const [row] = await tx
    .update(cadences)
    .set({ state: "paused", version: sql`${cadences.version} + 1` })
    .where(and(eq(cadences.leadId, lead.id), eq(cadences.state, "going")))
    .returning({ leadId: cadences.leadId });
  if (!row) return false;
  const when = await readWorkDays(tx, lead.ownerId, ctx.now());
  const until = firstWorkDay(addDays(localDay(ctx.now(), when.timeZone), DAYS), when);
  const [waiting] = await tx
    .select({ dueOn: followUpDues.dueOn })
    .from(followUpDues)
    .where(
      and(
        eq(followUpDues.leadId, lead.id),
        eq(followUpDues.why, "cadence"),
        eq(followUpDues.state, "waiting"),
      ),
    );
  if (waiting && waiting.dueOn < until)
    await putDown(ctx, tx, { leadId: lead.id, why: "cadence", dueOn: until }, when);
  record({ kind: "cadence.paused", subjectId: lead.id, data: { until } });
  return true;
}

import { putDown } from "#lib/cadence/dues";
import { readWorkDays } from "#lib/calendar/read-work-days";
import { firstWorkDay } from "#lib/calendar/work-days";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { addDays, localDay } from "#lib/format/dates";
import { readOutreachOf } from "#lib/outreach/queries";

/**
 * Puts down, in the transaction that takes a lead's answer, that they are nudged once should nothing happen for as many
 * days as the company calls quiet. Whatever happens until then moves it on.
 */
export async function awaitQuiet(
  ctx: Ctx,
  { tx }: Work,
  lead: { id: string; ownerId: string | null },
): Promise<void> {
  const when = await readWorkDays(tx, lead.ownerId, ctx.now());
  const quietOn = addDays(localDay(ctx.now(), when.timeZone), (await readOutreachOf(tx)).quietDays);
  await putDown(ctx, tx, { leadId: lead.id, why: "quiet", dueOn: firstWorkDay(quietOn, when) }, when);
}

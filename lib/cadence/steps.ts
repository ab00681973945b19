import type { cadences } from "#drizzle/schema/schema";
import { stepDay } from "#lib/cadence/days";
import { dropDue, putDown } from "#lib/cadence/dues";
import type { WorkDays } from "#lib/calendar/work-days";
import type { Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import type { Day } from "#lib/format/dates";

type Cadence = Pick<typeof cadences.$inferSelect, "leadId" | "startedOn" | "days" | "step">;

/** Puts down the next step of a cadence, not before `today`. Whether there is one. */
export async function putDownStep(
  ctx: Ctx,
  tx: Tx,
  cadence: Cadence,
  today: Day,
  work: WorkDays,
): Promise<boolean> {
  const dueOn = stepDay(cadence, today, work);
  if (dueOn) await putDown(ctx, tx, { leadId: cadence.leadId, why: "cadence", dueOn }, work);
  else await dropDue(tx, cadence.leadId, "cadence");
  return dueOn !== null;
}

import { firstWorkDay, type WorkDays } from "#lib/calendar/work-days";
import { addDays, type Day } from "#lib/format/dates";
import { instantAt } from "#lib/format/zoned";

/** Before people begin: what is due lies there when they do. */
const MORNING = 7 * 60;

/** The day of a step of a cadence that began on `startedOn`, not before `today`; null after its last step. */
export function stepDay(
  { startedOn, days, step }: { startedOn: Day; days: number[]; step: number },
  today: Day,
  work: WorkDays,
): Day | null {
  const after = days[step];
  if (after === undefined) return null;
  const day = addDays(startedOn, after);
  return firstWorkDay(day < today ? today : day, work);
}

/** When a day of somebody's begins. */
export function morningOf(day: Day, { timeZone }: WorkDays): Date {
  return instantAt(day, MORNING, timeZone);
}

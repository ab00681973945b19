import { addDays, type Day } from "#lib/format/dates";
import { instantAt, isWorkingDay } from "#lib/format/zoned";

/** When somebody works: their IANA time zone, ISO weekdays (1 = Monday), and days off besides. */
export type WorkDays = { timeZone: string; workingDays: number[]; daysOff: Day[] };

/** Before people begin: what is due lies there when they do. */
const MORNING = 7 * 60;
/** Who is off for longer than that comes back to what is due then. */
const FURTHEST = 366;

/** The first day from one on that somebody works on; that day itself where they never do. */
export function firstWorkDay(day: Day, { workingDays, daysOff }: WorkDays): Day {
  for (let ahead = 0; ahead < FURTHEST; ahead++) {
    const candidate = addDays(day, ahead);
    if (isWorkingDay(candidate, workingDays) && !daysOff.includes(candidate)) return candidate;
  }
  return day;
}

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

import { addDays, type Day } from "#lib/format/dates";
import { wallTime } from "#lib/format/wall-time";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Minutes after midnight that clocks in an IANA time zone show at an instant, 0 to 1439. */
export function localMinutes(instant: Date, timeZone: string): number {
  return Math.floor((wallClock(instant.getTime(), timeZone) % DAY_MS) / MINUTE_MS);
}

/**
 * When clocks in a time zone show so many minutes after midnight on a day. Of a time that comes twice, the first; a
 * time that is skipped counts from before the clocks were put forward, so 02:30 is what is then called 03:30.
 */
export function instantAt(day: Day, minutes: number, timeZone: string): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + Math.round(minutes * MINUTE_MS);
  // A day to either side lies beyond any change of the clocks, and no zone makes two in a row.
  const offsets = [wall - DAY_MS, wall + DAY_MS].map((near) => wallClock(near, timeZone) - near);
  const shown = offsets.map((offset) => wall - offset).filter((at) => wallClock(at, timeZone) === wall);
  return new Date(shown.length > 0 ? Math.min(...shown) : wall - (offsets[0] ?? 0));
}

/** The next of somebody's working days (ISO weekdays, 1 = Monday) after a day. */
export function nextWorkingDay(day: Day, workingDays: number[]): Day {
  for (let ahead = 1; ahead <= 7; ahead++) {
    const next = addDays(day, ahead);
    if (isWorkingDay(next, workingDays)) return next;
  }
  return addDays(day, 1);
}

/** Whether somebody works on a day. */
export function isWorkingDay(day: Day, workingDays: number[]): boolean {
  return workingDays.includes(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);
}

// What the clocks show, as if it were UTC: milliseconds whose difference to the instant is the zone's offset.
function wallClock(ms: number, timeZone: string): number {
  const instant = new Date(ms);
  const { year, month, day, hour, minute, second } = wallTime(instant, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second, instant.getUTCMilliseconds());
}

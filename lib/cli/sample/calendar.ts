import { addDays, type Day, localDay, weekday } from "#lib/format/dates";
import { instantAt as instantAtMinute } from "#lib/format/zoned";

const HOUR_MS = 3_600_000;
const OPENS = 9;
const CLOSES = 17.5;

/** When a meeting is held: on a weekday of a week before the last one, or so many working days before today. */
export type When = { weeksAgo: number; weekday: number } | { workingDaysAgo: number };

/** The instant of an hour of a day (14.5 is half past two) in a time zone. */
export function instantAt(day: Day, hour: number, timeZone: string): Date {
  return instantAtMinute(day, hour * 60, timeZone);
}

/** The working day that lies `count` working days later, or earlier where it is negative. */
export function workingDay(day: Day, count: number): Day {
  let [reached, left] = [day, Math.abs(count)];
  while (left > 0) {
    reached = addDays(reached, Math.sign(count));
    if (weekday(reached) <= 5) left--;
  }
  return reached;
}

/** The instant that lies so many working hours later, from nine to half past five on working days. */
export function workingHoursLater(from: Date, hours: number, timeZone: string): Date {
  let day = localDay(from, timeZone);
  let hour = (wallClock(from, timeZone) - Date.parse(`${day}T00:00:00Z`)) / HOUR_MS;
  let left = hours;
  while (hour + left > CLOSES) {
    left -= Math.max(0, CLOSES - hour);
    day = workingDay(day, 1);
    hour = OPENS;
  }
  return instantAt(day, Math.max(hour, OPENS) + left, timeZone);
}

/** The day a meeting is held, seen from today. It always lies before today. */
export function dayOf(when: When, today: Day): Day {
  if ("workingDaysAgo" in when) return workingDay(today, -when.workingDaysAgo);
  const last = workingDay(today, -1);
  return addDays(last, when.weekday - weekday(last) - 7 * when.weeksAgo);
}

/** What a clock on the wall shows, as if it were UTC, in milliseconds. */
function wallClock(at: Date, timeZone: string): number {
  return Date.parse(`${at.toLocaleString("sv-SE", { timeZone }).replace(" ", "T")}Z`) + at.getMilliseconds();
}

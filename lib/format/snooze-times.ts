import { addDays, type Day, localDay } from "#lib/format/dates";
import { instantAt, localMinutes, nextWorkingDay } from "#lib/format/zoned";

export const SNOOZE_CHOICES = ["later_today", "tomorrow", "next_monday"] as const;
export type SnoozeChoice = (typeof SNOOZE_CHOICES)[number];

const MORNING = 9 * 60;
const HOUR = 60;
/** Later today is so many hours ahead, and no later than this: after it the day is over. */
const AHEAD = 3 * HOUR;
const EVENING = 18 * HOUR;
const MONDAY = [1];

/** When a choice comes, by the clocks of an IANA time zone; null where it is too late for it today. */
export function snoozeTime(choice: SnoozeChoice, now: Date, timeZone: string): Date | null {
  const today = localDay(now, timeZone);
  if (choice === "tomorrow") return instantAt(addDays(today, 1), MORNING, timeZone);
  if (choice === "next_monday") return instantAt(nextWorkingDay(today, MONDAY), MORNING, timeZone);
  const hour = Math.ceil((localMinutes(now, timeZone) + AHEAD) / HOUR) * HOUR;
  return hour > EVENING ? null : instantAt(today, hour, timeZone);
}

/** The choices there are now, each with its moment; of two that mean the same moment, the first. */
export function snoozeChoices(now: Date, timeZone: string): { choice: SnoozeChoice; at: Date }[] {
  const all = SNOOZE_CHOICES.flatMap((choice) => {
    const at = snoozeTime(choice, now, timeZone);
    return at ? [{ choice, at }] : [];
  });
  return all.filter(({ at }, n) => all.findIndex((other) => +other.at === +at) === n);
}

/** A day and a time of day ("09:30") by the clocks of an IANA time zone. */
export function chosenTime({ day, time }: { day: Day; time: string }, timeZone: string): Date {
  return instantAt(day, Number(time.slice(0, 2)) * HOUR + Number(time.slice(3)), timeZone);
}

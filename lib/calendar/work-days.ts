import { addDays, type Day, formatDay, weekday } from "#lib/format/dates";

/** Days in a row, both ends included. */
export type Stretch = { fromOn: Day; untilOn: Day };
export type Holiday = { day: Day; name: string };

/** When somebody works: their IANA time zone, ISO weekdays (1 = Monday), and on which of those they don't. */
export type WorkDays = {
  timeZone: string;
  workingDays: number[];
  absences: Stretch[];
  holidays: Holiday[];
};

/** Who is off for longer than that comes back to what is due then. */
const FURTHEST = 366;
const NAMES = ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"];

/** Whether somebody works on a day of theirs. */
export function worksOn(day: Day, work: WorkDays): boolean {
  return whyOff(day, work) === null;
}

/** Why somebody does not work on a day, as others are told it (never more than until when); null where they do. */
export function whyOff(day: Day, { workingDays, absences, holidays }: WorkDays): string | null {
  const absence = absences.find(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn);
  if (absence)
    return absence.untilOn === day ? "away" : `away until ${formatDay(absence.untilOn, { today: day })}`;
  const holiday = holidays.find((one) => one.day === day);
  if (holiday) return holiday.name;
  return workingDays.includes(weekday(day)) ? null : `does not work on ${NAMES[weekday(day) - 1]}`;
}

/** The first day from one on that somebody works on; that day itself where they never do. */
export function firstWorkDay(day: Day, work: WorkDays): Day {
  for (let ahead = 0; ahead < FURTHEST; ahead++) {
    const candidate = addDays(day, ahead);
    if (worksOn(candidate, work)) return candidate;
  }
  return day;
}

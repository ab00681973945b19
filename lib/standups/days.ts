import { addDays, type Day, localDay, weekday } from "#lib/format/dates";
import { instantAt } from "#lib/format/zoned";

/** When a team holds its stand-up: ISO weekdays, an IANA zone, and minutes after midnight there. */
export type StandupTimes = { days: number[]; timeZone: string; digestAt: number; remindAt: number | null };

/** The first day of a team's stand-ups from one on. */
export function standupDayFrom(day: Day, { days }: Pick<StandupTimes, "days">): Day {
  for (let ahead = 0; ahead < 7; ahead++) {
    const candidate = addDays(day, ahead);
    if (days.includes(weekday(candidate))) return candidate;
  }
  throw new Error("A stand-up has no days.");
}

/** When the digest of a day is due, and when who hasn't written is reminded. */
export function timesOf(day: Day, { digestAt, remindAt, timeZone }: StandupTimes) {
  return {
    dueAt: instantAt(day, digestAt, timeZone),
    remindAt: remindAt === null ? null : instantAt(day, remindAt, timeZone),
  };
}

/** The next stand-up whose digest is still to come: of today where it isn't over, after `after` where that is given. */
export function nextStandup(now: Date, times: StandupTimes, after?: Day) {
  const today = localDay(now, times.timeZone);
  const from = after && after >= today ? addDays(after, 1) : today;
  const day = standupDayFrom(from, times);
  if (timesOf(day, times).dueAt > now) return { day, ...timesOf(day, times) };
  const later = standupDayFrom(addDays(day, 1), times);
  return { day: later, ...timesOf(later, times) };
}

/** Today in a team's zone, where a stand-up is held and the hour of its digest has passed; null otherwise. */
export function missedDay(now: Date, times: StandupTimes): Day | null {
  const today = localDay(now, times.timeZone);
  return times.days.includes(weekday(today)) && timesOf(today, times).dueAt <= now ? today : null;
}

/** The stand-up that somebody's words of now are for: of their own day, or the next one after it. */
export function dayOfUpdate(now: Date, authorZone: string, times: Pick<StandupTimes, "days">): Day {
  return standupDayFrom(localDay(now, authorZone), times);
}

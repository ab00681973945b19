import { firstWorkDay, type WorkDays, worksOn } from "#lib/calendar/work-days";
import { addDays, localDay } from "#lib/format/dates";
import { instantAt, localMinutes } from "#lib/format/zoned";

/** When somebody works, and minutes after midnight between which no mail comes. */
export type Hours = WorkDays & Quiet;
export type Quiet = { quietFrom: number | null; quietUntil: number | null };

/** When the day's notices are made for who has no quiet hours: eight in the morning. */
const MORNING = 8 * 60;

/** The minutes after midnight at which somebody's day begins: the end of their quiet hours. */
export function morningOf({ quietFrom, quietUntil }: Quiet): number {
  return quietFrom === null || quietUntil === null ? MORNING : quietUntil;
}

/** The first moment from `at` on at which mail may come: on a working day, outside quiet hours. */
export function firstLoudMoment(at: Date, hours: Hours): Date {
  const { timeZone } = hours;
  let moment = at;
  // Each step leaves a quiet stretch or all days off in a row.
  for (let step = 0; step < 20; step++) {
    const day = localDay(moment, timeZone);
    const end = worksOn(day, hours)
      ? quietEnd(moment, hours)
      : { day: firstWorkDay(addDays(day, 1), hours), minutes: 0 };
    if (!end) return moment;
    moment = instantAt(end.day, end.minutes, timeZone);
  }
  return moment;
}

function quietEnd(moment: Date, { timeZone, quietFrom: from, quietUntil: until }: Hours) {
  if (from === null || until === null) return null;
  const day = localDay(moment, timeZone);
  const minutes = localMinutes(moment, timeZone);
  if (from < until) return minutes >= from && minutes < until ? { day, minutes: until } : null;
  if (minutes >= from) return { day: addDays(day, 1), minutes: until };
  return minutes < until ? { day, minutes: until } : null;
}

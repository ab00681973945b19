import { addDays, type Day, localDay, mondayOf, weekday } from "#lib/format/dates";
import { instantAt } from "#lib/format/zoned";

/** When somebody has their week told: an ISO weekday, minutes after midnight, and the IANA zone of their clock. */
export type BriefTimes = { weekday: number; writeAt: number; timeZone: string };

/** The Monday of the week that a brief of a day tells of: from Friday on the week it is, before that the one before. */
export function weekToldOn(day: Day): Day {
  return mondayOf(addDays(day, -4));
}

/** The next brief that is still to come, of a week after `after` where that is given. */
export function nextBrief(now: Date, { weekday: on, writeAt, timeZone }: BriefTimes, after?: Day) {
  const today = localDay(now, timeZone);
  const first = addDays(today, (on - weekday(today) + 7) % 7);
  for (let day = first; ; day = addDays(day, 7)) {
    const monday = weekToldOn(day);
    const dueAt = instantAt(day, writeAt, timeZone);
    if (dueAt > now && (after === undefined || monday > after)) return { monday, dueAt };
  }
}

import { addDays, type Day, makeDay, mondayOf, partsOf, weekday } from "#lib/format/dates";

/** What a due phrase is resolved against. */
export type DueContext = {
  /** The day the words were said, YYYY-MM-DD in the source's zone. */
  heldOn: Day;
  /** ISO weekdays (1 Monday … 7 Sunday) that are worked; Monday to Friday by default. */
  workingDays?: readonly number[];
};

/** One way of saying when. `pattern` is the source of a regular expression; its groups are handed to `day`. */
export type DueRule = {
  pattern: string;
  /** The day it means, or null where the words alone don't tell. */
  day: (match: string[], context: DueContext) => Day | null;
  /** In a sentence it counts only after a word such as "by", being too often something else. */
  needsPreposition?: (match: string) => boolean;
  /** A stretch of days, before which is another day than within which. */
  stretch?: boolean;
  /** Adds to a day beside it and means today by itself: "end of day". */
  partOfDay?: boolean;
};

const WEEK = [1, 2, 3, 4, 5];

/** The ISO weekdays that are worked, in order. */
export function workingDaysOf({ workingDays = WEEK }: DueContext): number[] {
  const days = [...new Set(workingDays)].filter((day) => day >= 1 && day <= 7).sort((a, b) => a - b);
  return days.length ? days : WEEK;
}

/** A weekday (1–7) of the week that is `weeks` after that of `day`; weeks begin on Monday. */
export function inWeek(day: Day, weeks: number, isoWeekday: number): Day {
  return addDays(mondayOf(day), weeks * 7 + isoWeekday - 1);
}

/** The next day after `day` that is that weekday; a week on where `day` is one. */
export function nextWeekday(day: Day, isoWeekday: number): Day {
  return addDays(day, ((isoWeekday - weekday(day) + 6) % 7) + 1);
}

/** `found` where it does not lie before the day the words were said, else null. */
export function notPast(found: Day, { heldOn }: DueContext): Day | null {
  return found < heldOn ? null : found;
}

/**
 * The first such day of a year on or after a week before the words were said: people name dates that have just
 * passed, hardly ever one that passed a month ago. Null where neither this year nor the next has it.
 */
export function nextDate(month: number, dayOfMonth: number, { heldOn }: DueContext): Day | null {
  const from = addDays(heldOn, -7);
  const { year } = partsOf(from);
  return (
    [year, year + 1].map((y) => makeDay(y, month, dayOfMonth)).find((day) => day !== null && day >= from) ??
    null
  );
}

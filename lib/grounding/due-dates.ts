import { addMonths, type Day, makeDay, partsOf, weekday } from "#lib/format/dates";
import { type DueContext, type DueRule, inWeek, nextDate } from "#lib/grounding/due-rules";
import {
  dayOf,
  MONTH,
  readWrittenDate,
  WEEKDAY,
  type WrittenDate,
  weekdayNumber,
} from "#lib/parsers/written-date";

const ORDINAL = "(\\d{1,2})(?:st|nd|rd|th)";
const ON = `(?:${WEEKDAY},?\\s+)?`;
const YEAR = "\\d{4}(?!\\d)";
const WRITTEN = [
  `${ON}\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}`,
  `${ON}(?:the\\s+)?\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of\\s+|\\s*-\\s*|\\s+)${MONTH}(?:,?[\\s-]+${YEAR})?`,
  `${ON}${MONTH}\\s+(?:the\\s+)?\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+${YEAR})?`,
  `${ON}\\d{1,2}([./-])\\d{1,2}\\1(?:\\d{4}|\\d{2})`,
];

/** Dates: "2026-11-27", "Fri 27 Nov", "November 27th, 2026", "27/11", "the 27th", "the week of 23 Nov". */
export const DATE_RULES: DueRule[] = [
  ...WRITTEN.map((pattern) => ({
    pattern,
    day: ([text]: string[], context: DueContext) => written(text!, context),
    // "may 5 people", "we march 4 abreast"
    needsPreposition: (text: string) => /^(?:may|march|mar)\b/.test(text),
  })),
  {
    pattern: `${ON}(?!24/7)\\d{1,2}/\\d{1,2}`,
    day: ([text], context) => written(text!, context),
    needsPreposition: () => true,
  },
  {
    pattern: `(?:the\\s+)?${ORDINAL}\\s+of\\s+(this|next|the)\\s+month`,
    day: ([, day, which], { heldOn }) =>
      inMonth(heldOn, which?.toLowerCase() === "next" ? 1 : 0, Number(day)),
  },
  {
    pattern: `(?:(${WEEKDAY}),?\\s+)?the\\s+${ORDINAL}`,
    day: ([, name, day], context) => ofWeekday(name, nextSuch(Number(day), context)),
    needsPreposition: (text) => /^the\b/i.test(text),
  },
  {
    pattern: `(${WEEKDAY}),?\\s+${ORDINAL}`,
    day: ([, name, day], context) => ofWeekday(name, nextSuch(Number(day), context)),
  },
  {
    pattern: `(?:the\\s+)?week\\s+of\\s+(?:the\\s+${ORDINAL}|((?:${MONTH}\\s+\\d{1,2}|\\d{1,2}\\s+${MONTH})(?:st|nd|rd|th)?(?:,?\\s+${YEAR})?))`,
    day: ([, day, date], context) => {
      const from = day ? nextSuch(Number(day), context) : written(date!, context);
      return from && inWeek(from, 0, 5);
    },
    stretch: true,
  },
];

function written(text: string, context: DueContext): Day | null {
  const date = readWrittenDate(text);
  return date && resolveWritten(date, context);
}

function resolveWritten(date: WrittenDate, context: DueContext): Day | null {
  const day = date.year === null ? nextDate(date.month, date.dayOfMonth, context) : dayOf(date);
  return day && date.weekday !== null && weekday(day) !== date.weekday ? null : day;
}

/** The next day of that number, in a month that has it; today counts. */
function nextSuch(dayOfMonth: number, { heldOn }: DueContext): Day | null {
  for (const months of [0, 1, 2]) {
    const day = inMonth(heldOn, months, dayOfMonth);
    if (day && day >= heldOn) return day;
  }
  return null;
}

function inMonth(heldOn: Day, months: number, dayOfMonth: number): Day | null {
  const { year, month } = partsOf(addMonths(heldOn, months));
  return makeDay(year, month, dayOfMonth);
}

function ofWeekday(name: string | undefined, day: Day | null): Day | null {
  return day && name && weekday(day) !== weekdayNumber(name) ? null : day;
}

import { addDays, addMonths, type Day, endOfMonth, makeDay, partsOf, weekday } from "#lib/format/dates";
import {
  type DueContext,
  type DueRule,
  inWeek,
  nextDate,
  notPast,
  workingDaysOf,
} from "#lib/grounding/due-rules";
import { MONTH, monthNumber } from "#lib/parsers/written-date";

const END = "(?:the\\s+)?(?:very\\s+)?end\\s+of\\s+";
const START = "(?:the\\s+)?(?:start|beginning)\\s+of\\s+";
const YEAR = "(?:,?\\s+(\\d{4}))?";

const WEEK_RULES: DueRule[] = [
  {
    pattern: `EOW|${END}(?:the\\s+|this\\s+)?(?:work(?:ing)?\\s*)?week`,
    day: (_, context) => notPast(lastOfWeek(context, 0), context),
  },
  { pattern: `${END}next\\s+week`, day: (_, context) => lastOfWeek(context, 1) },
  {
    pattern: "(?:the\\s+)?week\\s+after\\s+next",
    day: (_, context) => lastOfWeek(context, 2),
    stretch: true,
  },
  {
    pattern: `${START}next\\s+week`,
    day: (_, context) => inWeek(context.heldOn, 1, workingDaysOf(context)[0]!),
  },
  { pattern: "early\\s+next\\s+week", day: (_, { heldOn }) => inWeek(heldOn, 1, 2) },
  { pattern: "(?:mid(?:dle\\s+of)?[\\s-]+)next\\s+week", day: (_, { heldOn }) => inWeek(heldOn, 1, 3) },
  {
    pattern: "mid[\\s-]?week|(?:the\\s+)?middle\\s+of\\s+(?:the|this)\\s+week",
    day: (_, context) => notPast(inWeek(context.heldOn, 0, 3), context),
  },
  {
    pattern: "(?:sometime\\s+|some\\s+time\\s+|late(?:r)?\\s+)?(?:in\\s+)?next\\s+week",
    day: (_, context) => lastOfWeek(context, 1),
    stretch: true,
  },
  {
    pattern: "(?:sometime\\s+|some\\s+time\\s+|late(?:r)?\\s+)?this\\s+week",
    day: (_, context) => notPast(lastOfWeek(context, 0), context),
    stretch: true,
  },
];

const MONTH_RULES: DueRule[] = [
  {
    pattern: `EOM|${END}(?:the\\s+|this\\s+)?month|month[\\s-]end`,
    day: (_, { heldOn }) => endOfMonth(heldOn),
  },
  { pattern: `${END}next\\s+month`, day: (_, { heldOn }) => endOfMonth(addMonths(heldOn, 1)) },
  { pattern: `${START}next\\s+month`, day: (_, { heldOn }) => addDays(endOfMonth(heldOn), 1) },
  { pattern: `${END}(${MONTH})${YEAR}`, day: ([, name, year], context) => endOfNamed(name!, year, context) },
  {
    pattern: `${START}(${MONTH})${YEAR}`,
    day: ([, name, year], context) => inNamed(name!, year, 1, context),
  },
  {
    pattern: `(?:the\\s+)?mid(?:dle\\s+of)?[\\s-]+(${MONTH})${YEAR}`,
    day: ([, name, year], context) => inNamed(name!, year, 15, context),
  },
  { pattern: "mid[\\s-]month", day: (_, context) => notPast(`${context.heldOn.slice(0, 8)}15`, context) },
  {
    pattern: `(?:the\\s+)?(first|last)\\s+week\\s+of\\s+(?:(next\\s+month|the\\s+month|this\\s+month)|(${MONTH}))${YEAR}`,
    day: ([, which, relative, name, year], context) => weekOfMonth(which!, relative, name, year, context),
    stretch: true,
  },
  {
    pattern: "(?:sometime\\s+|later\\s+)?next\\s+month",
    day: (_, { heldOn }) => endOfMonth(addMonths(heldOn, 1)),
    stretch: true,
  },
  {
    pattern: "(?:sometime\\s+|later\\s+)?this\\s+month",
    day: (_, { heldOn }) => endOfMonth(heldOn),
    stretch: true,
  },
  // How early "early" is, nobody knows.
  { pattern: `(?:early|late)\\s+(?:in\\s+)?(?:${MONTH}|next\\s+month)(?!\\s+\\d)`, day: () => null },
];

const LONGER_RULES: DueRule[] = [
  {
    pattern: `${END}Q([1-4])${YEAR}|Q([1-4])[\\s-]end`,
    day: ([, a, year, b], context) => {
      const month = Number(a ?? b) * 3;
      return year
        ? endOf(Number(year), month)
        : nextDate(month, partsOf(endOf(2026, month)).dayOfMonth, context);
    },
  },
  {
    pattern: `EOQ|${END}(?:the\\s+|this\\s+)?quarter|quarter[\\s-]end`,
    day: (_, { heldOn }) => endOfQuarter(heldOn),
  },
  {
    pattern: `${END}(?:the\\s+)?next\\s+quarter`,
    day: (_, { heldOn }) => endOfQuarter(addMonths(heldOn, 3)),
  },
  {
    pattern: `EOY|${END}(?:the\\s+|this\\s+)?(?:calendar\\s+)?year|(?:the\\s+)?year(?:['’]s)?[\\s-]end`,
    day: (_, { heldOn }) => `${heldOn.slice(0, 4)}-12-31`,
  },
  { pattern: `${END}next\\s+year`, day: (_, { heldOn }) => makeDay(partsOf(heldOn).year + 1, 12, 31) },
  { pattern: `${END}(20\\d{2})`, day: ([, year]) => `${year}-12-31` },
  // Deadlines people do set, on days the words don't tell.
  {
    pattern: "ASAP|as\\s+soon\\s+as\\s+possible|next\\s+(?:quarter|sprint|year)|(?:by|before)\\s+Q[1-4]",
    day: () => null,
  },
];

/**
 * Weeks, months, quarters and years. A week ends on its last working day; quarters and years are the calendar's.
 * "Next week" and "next month" are due at their end, "early next week" on Tuesday, "mid-December" on the 15th, the
 * first or last week of a month on its first or last Friday.
 */
export const PERIOD_RULES: DueRule[] = [...WEEK_RULES, ...MONTH_RULES, ...LONGER_RULES];

function lastOfWeek(context: DueContext, weeks: number): Day {
  return inWeek(context.heldOn, weeks, workingDaysOf(context).at(-1)!);
}

function endOf(year: number, month: number): Day {
  return endOfMonth(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`);
}

function endOfQuarter(day: Day): Day {
  const { year, month } = partsOf(day);
  return endOf(year, Math.ceil(month / 3) * 3);
}

function inNamed(
  name: string,
  year: string | undefined,
  dayOfMonth: number,
  context: DueContext,
): Day | null {
  const month = monthNumber(name);
  return year ? makeDay(Number(year), month, dayOfMonth) : nextDate(month, dayOfMonth, context);
}

function endOfNamed(name: string, year: string | undefined, context: DueContext): Day | null {
  const month = monthNumber(name);
  if (year) return endOf(Number(year), month);
  const from = addDays(context.heldOn, -7);
  const ends = [0, 1].map((n) => endOf(partsOf(from).year + n, month));
  return ends.find((day) => day >= from) ?? null;
}

function weekOfMonth(
  which: string,
  relative: string | undefined,
  name: string | undefined,
  year: string | undefined,
  context: DueContext,
): Day | null {
  const next = /^next/i.test(relative ?? "") ? 1 : 0;
  const last = relative ? endOfMonth(addMonths(context.heldOn, next)) : endOfNamed(name!, year, context);
  if (!last) return null;
  const first = `${last.slice(0, 8)}01`;
  const friday =
    which.toLowerCase() === "first"
      ? addDays(first, (12 - weekday(first)) % 7)
      : addDays(last, -((weekday(last) + 2) % 7));
  return notPast(friday, context);
}

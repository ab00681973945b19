import { addDays, addMonths, type Day, endOfMonth, formatDay, mondayOf, partsOf } from "#lib/format/dates";
import { MONTH_NAMES } from "#lib/format/months";
import { instantAt } from "#lib/format/zoned";

export const PERIOD_KINDS = ["week", "month", "quarter"] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** Days in a row, both ends included: this week, month or quarter, or (`ago` 1) the one before. */
export type Period = { kind: PeriodKind; ago: 0 | 1; from: Day; to: Day };

/** The week (from Monday), month or quarter that a day lies in, or the one before. */
export function periodOf(kind: PeriodKind, ago: 0 | 1, today: Day): Period {
  const from = BEGINS[kind](today, ago);
  return { kind, ago, from, to: ENDS[kind](from) };
}

const BEGINS: Record<PeriodKind, (today: Day, ago: 0 | 1) => Day> = {
  week: (today, ago) => addDays(mondayOf(today), -7 * ago),
  month: (today, ago) => addMonths(firstOfMonth(today), -ago),
  quarter: (today, ago) => {
    const first = firstOfMonth(today);
    return addMonths(first, -((partsOf(first).month - 1) % 3) - 3 * ago);
  },
};

const ENDS: Record<PeriodKind, (from: Day) => Day> = {
  week: (from) => addDays(from, 6),
  month: endOfMonth,
  quarter: (from) => endOfMonth(addMonths(from, 2)),
};

/** "16–22 Nov", "28 Sep – 4 Oct", "November 2026", "October to December 2026". */
export function periodTitle({ kind, from, to }: Period): string {
  const [start, end] = [partsOf(from), partsOf(to)];
  const month = (of: { month: number }) => MONTH_NAMES[of.month - 1] ?? "";
  if (kind === "month") return `${month(start)} ${start.year}`;
  if (kind === "quarter") return `${month(start)} to ${month(end)} ${end.year}`;
  const last = shortDay(to);
  return start.month === end.month ? `${start.dayOfMonth}–${last}` : `${shortDay(from)} – ${last}`;
}

/** "16 Nov". */
export function shortDay(day: Day): string {
  return formatDay(day, { today: day }).split(" ").slice(1).join(" ");
}

/** The Mondays of so many weeks, the last of them that of a day. */
export function mondaysUntil(day: Day, count: number): Day[] {
  const last = mondayOf(day);
  return Array.from({ length: count }, (_, at) => addDays(last, -7 * (count - 1 - at)));
}

/** When days begin and end by the clock of a time zone: from the first instant on, until before the second. */
export function spanOf({ from, to }: { from: Day; to: Day }, timeZone: string): { from: Date; until: Date } {
  return { from: instantAt(from, 0, timeZone), until: instantAt(addDays(to, 1), 0, timeZone) };
}

function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

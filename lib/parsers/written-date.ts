import { makeDay, weekday as weekdayOf } from "#lib/format/dates";

/** A date as people write it. `weekday` is 1 (Monday) to 7 where one stands with it; `year` null where none does. */
export type WrittenDate = { weekday: number | null; dayOfMonth: number; month: number; year: number | null };

/** A written date within a text; offsets are UTF-16 units. `form` tells how sure its shape is to be a date at all. */
export type FoundDate = WrittenDate & { start: number; end: number; form: "full" | "words" | "numbers" };

/** The names of weekdays and months, as the source of a regular expression without groups. */
export const WEEKDAY = "(?:mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?";
export const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** 1 (January) to 12 for a month's name or its abbreviation. */
export function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** 1 (Monday) to 7 (Sunday) for a weekday's name or its abbreviation. */
export function weekdayNumber(name: string): number {
  return WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** Reads a text that is a written date and nothing else; null where it is none or could be two. */
export function readWrittenDate(text: string): WrittenDate | null {
  const found = findWrittenDates(text.trim());
  const only = found[0];
  return only && only.start === 0 && only.end === text.trim().length ? only : null;
}

/** The written dates of a text, in order; ambiguous ones such as 4/5 are left out. Look at short texts only. */
export function findWrittenDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const { pattern, form, read } of FORMS) {
    for (const m of text.matchAll(pattern)) {
      const [start, end] = [m.index, m.index + m[0].length];
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const date = read(m);
      if (date && agrees(date)) found.push({ ...date, start, end, form });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The day a date with a year is; null for one without, or one the calendar lacks. */
export function dayOf(date: WrittenDate): string | null {
  return date.year === null ? null : makeDay(date.year, date.month, date.dayOfMonth);
}

type Form = { pattern: RegExp; form: FoundDate["form"]; read: (m: RegExpExecArray) => WrittenDate | null };

const ON = `(?:(${WEEKDAY}),?\\s+)?`;
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
const YEAR = "(\\d{4})(?![\\d:])";
const NOT_IN_NUMBER = "(?<![\\p{L}\\d./:_-])";
const NO_MORE = "(?![\\p{L}\\d_]|[-–/]\\d|[.,:]\\d)";

const FORMS: Form[] = [
  form("full", `${ON}(\\d{4})([-/])(\\d{1,2})\\3(\\d{1,2})(?:T[\\d:.]{4,16}Z?)?`, ([, w, y, , m, d]) =>
    date(w, d, Number(m), y),
  ),
  form(
    "words",
    `${ON}(?:the\\s+)?${DAY}(?:\\s+of\\s+|\\s*-\\s*|\\s+)(${MONTH})(?:,?[\\s-]+${YEAR})?`,
    ([, w, d, m, y]) => date(w, d, monthNumber(m!), y),
  ),
  form("words", `${ON}(${MONTH})\\s+(?:the\\s+)?${DAY}(?:,?\\s+${YEAR})?`, ([, w, m, d, y]) =>
    date(w, d, monthNumber(m!), y),
  ),
  form("full", `${ON}(\\d{1,2})([./-])(\\d{1,2})\\3(\\d{4}|\\d{2})`, ([, w, a, , b, y]) =>
    numbers(w, a!, b!, y!),
  ),
  form("numbers", `${ON}(?!24/7)(\\d{1,2})/(\\d{1,2})`, ([, w, a, b]) =>
    a === "24" && b === "7" ? null : numbers(w, a!, b!, undefined),
  ),
];

function form(kind: FoundDate["form"], source: string, read: Form["read"]): Form {
  return { pattern: new RegExp(`${NOT_IN_NUMBER}${source}${NO_MORE}`, "giu"), form: kind, read };
}

function date(
  weekday: string | undefined,
  day: string | undefined,
  month: number,
  year: string | undefined,
): WrittenDate {
  return {
    weekday: weekday ? weekdayNumber(weekday) : null,
    dayOfMonth: Number(day),
    month,
    year: year ? Number(year) : null,
  };
}

/** Numbers alone can be day first, month first or, with two digits, year first: taken only where one reading is a date. */
function numbers(
  weekday: string | undefined,
  a: string,
  b: string,
  year: string | undefined,
): WrittenDate | null {
  const full = year?.length === 2 ? `20${year}` : year;
  const readings = [date(weekday, a, Number(b), full), date(weekday, b, Number(a), full)];
  if (year?.length === 2) readings.push(date(weekday, year, Number(b), `20${a.padStart(2, "0")}`));
  const real = readings.filter((r) => makeDay(r.year ?? 2028, r.month, r.dayOfMonth));
  const distinct = new Set(real.map((r) => makeDay(r.year ?? 2028, r.month, r.dayOfMonth)));
  return distinct.size === 1 ? real[0]! : null;
}

/** Whether the calendar has the day, on the weekday that stands with it. Without a year, 29 February passes. */
function agrees(date: WrittenDate): boolean {
  const day = makeDay(date.year ?? 2028, date.month, date.dayOfMonth);
  if (!day) return false;
  return date.weekday === null || date.year === null || weekdayOf(day) === date.weekday;
}

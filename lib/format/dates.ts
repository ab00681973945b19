import { wallTime } from "#lib/format/wall-time";

const DAY_MS = 86_400_000;
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A calendar day as YYYY-MM-DD; all arithmetic on it is in UTC, so the zone of the host plays no part. */
export type Day = string;

/** The day made of year, month (1–12) and day of the month, or null where the calendar has none such. */
export function makeDay(year: number, month: number, dayOfMonth: number): Day | null {
  if (!(year >= 1 && year <= 9999) || !(month >= 1 && month <= 12)) return null;
  if (!(dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month))) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** Whether a string is a day of the calendar, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, dayOfMonth } = partsOf(text);
  return makeDay(year, month, dayOfMonth) === text;
}

/** Year, month (1–12) and day of the month of a day. */
export function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  const [year = Number.NaN, month = Number.NaN, dayOfMonth = Number.NaN] = day.split("-").map(Number);
  return { year, month, dayOfMonth };
}

/** How many days a month (1–12) has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day that is `count` days later, or earlier where it is negative. */
export function addDays(day: Day, count: number): Day {
  return fromUtc(toUtc(day) + count * DAY_MS);
}

/** The same day of the month `count` months later, or that month's last day where it is shorter. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  const months = year * 12 + (month - 1) + count;
  const inYear = Math.floor(months / 12);
  const inMonth = (months % 12) + 1;
  return `${pad(inYear, 4)}-${pad(inMonth, 2)}-${pad(Math.min(dayOfMonth, daysInMonth(inYear, inMonth)), 2)}`;
}

/** Days from one day to another; negative where the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY_MS);
}

/** The ISO number of a day's weekday: 1 is Monday, 7 is Sunday. */
export function weekday(day: Day): number {
  return new Date(toUtc(day)).getUTCDay() || 7;
}

/** The Monday of the week that a day lies in. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

/** The last day of the month that a day lies in. */
export function endOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(daysInMonth(year, month), 2)}`;
}

/** The calendar day an instant falls on in an IANA time zone. Throws a RangeError on an unknown zone. */
export function localDay(instant: Date, timeZone: string): Day {
  const { year, month, day } = wallTime(instant, timeZone);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** "Fri 27 Nov", with the year where it is not that of `today`. */
export function formatDay(day: Day, { today }: { today: Day }): string {
  const full = formatFullDay(day);
  return partsOf(day).year === partsOf(today).year ? full.slice(0, -5) : full;
}

/** "Fri 27 Nov 2026": for pages that are read in another year. */
export function formatFullDay(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${WEEKDAYS[weekday(day) - 1]} ${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
}

/** How long something has waited: "40 s", "25 min", "19 h", "3 d 4 h". Takes milliseconds, rounds down. */
export function formatAge(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  const hours = Math.floor(seconds / 3600);
  if (hours < 24) return `${hours} h`;
  const rest = hours % 24;
  return rest === 0 ? `${hours / 24} d` : `${Math.floor(hours / 24)} d ${rest} h`;
}

function toUtc(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function fromUtc(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}

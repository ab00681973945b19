import { type Day, daysBetween, formatDay, localDay } from "#lib/format/dates";
import { wallTime } from "#lib/format/wall-time";

/** How far a day is from another: "today", "tomorrow", "in 7 days", "6 days ago". */
export function formatDistance(day: Day, { today }: { today: Day }): string {
  const days = daysBetween(today, day);
  if (days === 0) return "today";
  if (Math.abs(days) === 1) return days > 0 ? "tomorrow" : "yesterday";
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

const longDay = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/** A calendar day in words: "Friday 20 November 2026". */
export function formatLongDay(day: Day): string {
  const [weekday, ...rest] = longDay.format(new Date(`${day}T00:00:00Z`)).split(" ");
  // Some versions of the runtime put a comma after the weekday.
  return [weekday!.replace(",", ""), ...rest].join(" ");
}

/** An instant in full, with its IANA time zone: "Thu 19 Nov 2026, 10:02, Toronto time". */
export function formatMoment(at: Date, timeZone: string): string {
  const day = localDay(at, timeZone);
  // Without a year to compare with, the day carries its own.
  return `${formatDay(day, { today: "0001-01-01" })}, ${formatTime(at, timeZone)}, ${placeOf(timeZone)}`;
}

/** The time of an instant in a time zone (IANA), by a clock of 24 hours: "09:14". */
export function formatTime(at: Date, timeZone?: string): string {
  const { hour, minute } = wallTime(at, timeZone);
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** The same with seconds: "09:14:07". */
export function formatClock(at: Date, timeZone: string): string {
  return `${formatTime(at, timeZone)}:${twoDigits(wallTime(at, timeZone).second)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

function placeOf(timeZone: string): string {
  const place = timeZone.split("/").at(-1)!.replaceAll("_", " ");
  return place === "UTC" ? place : `${place} time`;
}

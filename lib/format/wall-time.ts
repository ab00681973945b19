/** What a calendar and a clock show; the month from 1, the hour from 0 to 23. */
export type WallTime = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
};

// Making one takes longer than using it a hundred times, and there are only some hundred zones.
const formatters = new Map<string | undefined, Intl.DateTimeFormat>();

/**
 * What calendar and clock show at an instant in an IANA time zone, or in the host's where none is given. Throws a
 * RangeError on an unknown zone.
 */
export function wallTime(instant: Date, timeZone?: string): WallTime {
  const shown: Record<string, number> = {};
  for (const { type, value } of formatterFor(timeZone).formatToParts(instant)) shown[type] = Number(value);
  return shown as WallTime;
}

function formatterFor(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(timeZone, made);
  return made;
}

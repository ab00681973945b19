import type { Holiday } from "#lib/calendar/work-days";
import type { Day } from "#lib/format/dates";
import { isDay } from "#lib/format/dates";

const LINE = /^(\d{4}-\d{2}-\d{2})[\s,;:–-]+(\S.*)$/;
const LONGEST = 80;

/**
 * The days of a pasted list, one a line as "2027-07-01 Canada Day", in the order of the list and each once. `wrong` is the
 * first line that is none, cut to 80 characters.
 */
export function readHolidayLines(text: string): { holidays: Holiday[]; wrong: string | null } {
  const found = new Map<string, Holiday>();
  for (const line of text.split(/\r\n?|\n/).map((one) => one.trim())) {
    if (line === "") continue;
    const holiday = readLine(line);
    if (!holiday) return { holidays: [], wrong: line.slice(0, LONGEST) };
    found.set(`${holiday.day} ${holiday.name}`, holiday);
  }
  return { holidays: [...found.values()], wrong: null };
}

/** The same list as text, to be changed and pasted. */
export function writeHolidayLines(holidays: Holiday[]): string {
  return holidays.map(({ day, name }) => `${day} ${name}`).join("\n");
}

function readLine(line: string): Holiday | null {
  const [, day = "", words = ""] = LINE.exec(line) ?? [];
  const name = words.replace(/\p{Cc}+/gu, " ").trim();
  return isKnown(day) && name !== "" && name.length <= LONGEST ? { day, name } : null;
}

function isKnown(day: Day): boolean {
  return isDay(day) && day >= "1900-01-01" && day < "2200-01-01";
}

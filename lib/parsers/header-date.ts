import { addDays, type Day, daysBetween, makeDay, partsOf, weekday } from "#lib/format/dates";
import { dayOf, type FoundDate, findWrittenDates } from "#lib/parsers/written-date";

const HEAD_LINES = 15;
const LABELLED =
  /^[\s#>*_+-]*(?:(?:meeting\s+)?(?:date|day|held(?: on)?|when|time)(?:\s*(?:\/|and|&)\s*time)?|recorded(?: on)?)[\s*_]*[:\-–][\s*_]*(.*)$/i;
const STAMP = /^\s*\[(\d{4})-(\d{2})-(\d{2})T/;
const DEADLINE =
  /(?:^|[^\p{L}])(?:by|until|till|before|due|deadline|from|since|after|next|last|eta|ships?|launch(?:es)?|release)\s[^.]{0,20}$/iu;

/** A bullet, a numbered or quoted line, a table row or a label: its date is what it is about. */
const SAYS_SOMETHING = /^\s*(?:[-*+•|>[]|\d{1,2}[.)]\s|\p{L}[\p{L} ]{1,24}:)/u;

/**
 * The day a meeting was held: from a line "Date:", the stamps of a chat log, the heading lines, the name of the
 * file, in this order. Null where they name none, or one that could be two. Dates without a year are the latest
 * such day up to a week after `today`.
 */
export function readHeldOn(text: string, today: Day, fileName: string): Day | null {
  const lines = text
    .slice(0, 20_000)
    .split("\n")
    .filter((line) => line.trim())
    .slice(0, HEAD_LINES);
  for (const line of lines) {
    const labelled = LABELLED.exec(line.slice(0, 200))?.[1];
    if (labelled !== undefined) {
      const day = onlyDay(findWrittenDates(withoutLinks(labelled)), today);
      if (day) return day;
    }
  }
  const stamp = STAMP.exec(lines[0] ?? "");
  if (stamp) return makeDay(Number(stamp[1]), Number(stamp[2]), Number(stamp[3]));
  return fromHeading(lines, today) ?? fromFileName(fileName, today);
}

/** From a heading, or from one of the first lines that holds little beside the date. */
function fromHeading(lines: string[], today: Day): Day | null {
  for (const [n, line] of lines.entries()) {
    const heading = /^\s*#/.test(line);
    if ((!heading && n > 4) || (heading && n > 8)) continue;
    const head = withoutLinks(line.slice(0, 200));
    const dates = findWrittenDates(head).filter((date) => !DEADLINE.test(head.slice(0, date.start)));
    const few = wordsBeside(head, dates) <= (SAYS_SOMETHING.test(head) ? 1 : n === 0 ? 10 : 6);
    const day = heading || few ? onlyDay(dates, today) : null;
    if (day) return day;
  }
  return null;
}

/** How many words stand beside dates and times of day. */
function wordsBeside(line: string, dates: FoundDate[]): number {
  const rest = dates.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), line);
  return (
    rest.replace(/\d{1,2}:\d{2}|\b(?:am|pm|[A-Z]{1,4}T|UTC|GMT)\b/g, " ").match(/\p{L}{2,}/gu)?.length ?? 0
  );
}

function fromFileName(fileName: string, today: Day): Day | null {
  const name = fileName.replace(/^.*[/\\]/, "").replace(/\.[^.]{1,8}$/, "");
  const compact = /(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/.exec(name);
  if (compact) return makeDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const spaced = name.replace(/(\d{4})[_.](\d{1,2})[_.](\d{1,2})/, "$1-$2-$3").replace(/_/g, " ");
  const apart = spaced.replace(/(\p{L})-(?=\d)|(\d)-(?=\p{L})/gu, "$1$2 ");
  return onlyDay(findWrittenDates(apart), today);
}

/** The one day that the dates name; several are none. */
function onlyDay(dates: FoundDate[], today: Day): Day | null {
  const days = new Set(dates.map((date) => (date.year === null ? latest(date, today) : dayOf(date))));
  const [day] = days;
  return days.size === 1 && day ? day : null;
}

/** A date without a year lies in the past year, or within a week to come; on its weekday where it has one. */
function latest(date: FoundDate, today: Day): Day | null {
  const { year } = partsOf(addDays(today, 7));
  for (const candidate of [year, year - 1]) {
    const day = makeDay(candidate, date.month, date.dayOfMonth);
    if (!day || daysBetween(today, day) > 7) continue;
    return date.weekday === null || weekday(day) === date.weekday ? day : null;
  }
  return null;
}

function withoutLinks(line: string): string {
  return line.replace(/\]\([^)\s]*\)|https?:\/\/\S+|<!--.*?-->/g, " ");
}

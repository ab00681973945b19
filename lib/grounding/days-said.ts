import { addDays, type Day, makeDay, partsOf, weekday } from "#lib/format/dates";
import { findDays, isPast, resolveDue } from "#lib/grounding/due";
import { MONTH, readWrittenDate, WEEKDAY, weekdayNumber } from "#lib/parsers/written-date";

/** A stretch of a text that names a day, with the days it can mean; none where the words alone don't tell. */
export type SaidDay = { start: number; end: number; days: Day[] };

const ONLY_WEEKDAY = new RegExp(`^(?:the\\s+|this\\s+)?(${WEEKDAY})(?:\\s+\\p{L}+)?$`, "iu");
const BACK =
  /(?:^|[^\p{L}])(?:last|past|since|of|from|thanks?(?:\s+you)?\s+for\b.{0,60}|(?:good|great|nice|glad|lovely)\s+to\b.{0,60})\s+(?:the\s+|on\s+)?$/iu;
const MONTH_ALONE = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:in|by|until|till|before|after|since|from|this|next|last|of|during)\\s+(?:early\\s+|late\\s+|mid-?\\s*)?(?-i:(?=\\p{Lu}))(${MONTH})(?![\\p{L}\\p{N}]|\\s+\\d)`,
  "giu",
);

/**
 * The days a text names, of words said on `today`: "Thursday" is the next one, and the one before where it is told of
 * what was. A date without a year can be of this year and of those beside it.
 */
export function daysSaid(text: string, today: Day): SaidDay[] {
  const named = findDays(text).map(({ phrase, start, end }) => ({
    start,
    end,
    days: daysOf(phrase, text.slice(Math.max(0, start - 120), start), today),
  }));
  const months = [...text.matchAll(MONTH_ALONE)].map(({ 0: said, index }) => ({
    start: index,
    end: index + said.replace(/\.$/, "").length,
    days: [],
  }));
  const apart = months.filter(
    (month) => !named.some((day) => month.start < day.end && day.start < month.end),
  );
  return [...named, ...apart].sort((a, b) => a.start - b.start);
}

function daysOf(phrase: string, before: string, today: Day): Day[] {
  const name = ONLY_WEEKDAY.exec(phrase)?.[1];
  if (name && (BACK.test(before) || isPast(before))) {
    const back = (weekday(today) - weekdayNumber(name) + 7) % 7;
    return [addDays(today, -back), ...(back === 0 ? [addDays(today, -7)] : [])];
  }
  const written = readWrittenDate(phrase);
  if (written && written.year === null) {
    const { year } = partsOf(today);
    return [year - 1, year, year + 1].flatMap(
      (near) => makeDay(near, written.month, written.dayOfMonth) ?? [],
    );
  }
  return [resolveDue(phrase, { heldOn: today }) ?? []].flat();
}

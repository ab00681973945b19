import { reachOf } from "#lib/format/tokens";
import { parseLines } from "#lib/parsers/turns";

/** A stretch of a text; offsets are UTF-16 units, `end` exclusive. */
export type PartSpan = { start: number; end: number };

/** How far before its reach a part may end, so that it ends well. */
const LEAST_FULL = 0.7;
/** What stands on either side of a cut is in both parts, in characters: a few turns. */
const OVERLAP = 1200;

/**
 * Cuts a text into parts of at most `room` estimated tokens, each after the first beginning a few lines before the end
 * of the one before. A part ends before a blank line, else before a turn, a line, a sentence, a word, and only in a
 * text without any of these anywhere. Linear; one part where all of it fits.
 */
export function cutIntoParts(text: string, room: number): PartSpan[] {
  const borders = bordersOf(text);
  const parts: PartSpan[] = [];
  let start = 0;
  for (;;) {
    const reach = reachOf(text, start, Math.max(room, 1));
    if (reach >= text.length) return [...parts, { start, end: text.length }];
    const end = endOfPart(text, start, Math.max(reach, start + 1), borders);
    parts.push({ start, end });
    start = startAfter({ start, end }, borders.lines);
  }
}

type Borders = { paragraphs: number[]; turns: number[]; lines: number[] };

/** Where paragraphs, turns and lines begin, each list in order. */
function bordersOf(text: string): Borders {
  const lines = parseLines(text);
  const starts = lines.map(({ start }) => start);
  const blank = (n: number) => n >= 0 && !text.slice(lines[n]!.start, lines[n]!.end).trim();
  return {
    paragraphs: starts.filter((_, n) => blank(n - 1) && !blank(n)),
    turns: lines.filter(({ start, textStart }) => textStart > start).map(({ start }) => start),
    lines: starts,
  };
}

function endOfPart(text: string, start: number, reach: number, borders: Borders): number {
  const least = start + Math.ceil((reach - start) * LEAST_FULL);
  for (const border of [borders.paragraphs, borders.turns, borders.lines]) {
    const found = lastUpTo(border, reach);
    if (found !== undefined && found > least) return found;
  }
  const tail = text.slice(least, reach);
  const sentence = Math.max(tail.lastIndexOf(". "), tail.lastIndexOf("? "), tail.lastIndexOf("! "));
  if (sentence >= 0) return least + sentence + 2;
  const word = tail.lastIndexOf(" ");
  if (word >= 0) return least + word + 1;
  const splitsPair = /[\uDC00-\uDFFF]/.test(text[reach] ?? "") && reach - 1 > start;
  return splitsPair ? reach - 1 : reach;
}

/** A little before the end of the last part, where a line begins; at its end where none does. */
function startAfter({ start, end }: PartSpan, lines: number[]): number {
  const earliest = Math.max(start + 1, end - Math.min(OVERLAP, Math.floor((end - start) / 10)));
  const next = lines[countUpTo(lines, earliest - 1)];
  return next !== undefined && next < end ? next : end;
}

/** The last of ascending numbers that is not above `most`. */
function lastUpTo(numbers: number[], most: number): number | undefined {
  return numbers[countUpTo(numbers, most) - 1];
}

function countUpTo(numbers: number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { reachOf } from "#lib/format/tokens";
import { parseLines } from "#lib/parsers/turns";

/** A stretch of a text; offsets are UTF-16 units, `end` exclusive. */
export type PartSpan = { start: number; end: number };

/** How far before its reach a part may end, so that it ends well: a share of it, and so many characters. */
const LEAST_FULL = 0.7;
const MOST_BEFORE = 8_000;
/** What stands on either side of a cut is in both parts, in characters: a few turns. */
const OVERLAP = 1_200;

/**
 * Cuts a text into parts of at most `room` estimated tokens, each after the first beginning a few lines before the end
 * of the one before. A part ends before a paragraph, else before a turn, a line, a sentence, a word, and only in a text
 * without any of these anywhere. Linear; one part where all of it fits.
 */
export function cutIntoParts(text: string, room: number): PartSpan[] {
  const parts: PartSpan[] = [];
  let start = 0;
  for (;;) {
    const reach = reachOf(text, start, Math.max(room, 1));
    if (reach >= text.length) return [...parts, { start, end: text.length }];
    const end = endOfPart(text, start, Math.max(reach, start + 1));
    parts.push({ start, end });
    start = startAfter(text, { start, end });
  }
}

function endOfPart(text: string, start: number, reach: number): number {
  const least = Math.max(start + Math.ceil((reach - start) * LEAST_FULL), reach - MOST_BEFORE);
  const tail = text.slice(least, reach);
  const ends = [paragraphIn, turnIn, lineIn, sentenceIn, wordIn];
  for (const find of ends) {
    const found = find(tail);
    if (found > 0) return least + found;
  }
  const splitsPair = /[\uDC00-\uDFFF]/.test(text[reach] ?? "") && reach - 1 > start;
  return splitsPair ? reach - 1 : reach;
}

/** Where in a text the last paragraph begins; 0 or less where none does, and so for what follows. */
function paragraphIn(text: string): number {
  const last = [...text.matchAll(/\n[ \t\r]*\n\s*/g)].at(-1);
  return last ? last.index + last[0].length : 0;
}

function turnIn(text: string): number {
  return parseLines(text).findLast(({ start, textStart }) => textStart > start)?.start ?? 0;
}

function lineIn(text: string): number {
  return text.lastIndexOf("\n") + 1;
}

function sentenceIn(text: string): number {
  const end = Math.max(text.lastIndexOf(". "), text.lastIndexOf("? "), text.lastIndexOf("! "));
  return end < 0 ? 0 : end + 2;
}

function wordIn(text: string): number {
  return text.lastIndexOf(" ") + 1;
}

/** A little before the end of the last part, where a line begins; at its end where none does. */
function startAfter(text: string, { start, end }: PartSpan): number {
  const earliest = Math.max(start + 1, end - Math.min(OVERLAP, Math.floor((end - start) / 10)));
  const line = text.indexOf("\n", earliest - 1) + 1;
  return line > 0 && line < end ? line : end;
}

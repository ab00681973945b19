import { type MarkedWord, wordsIn } from "#lib/search/words";

/** A stretch of a text; `hit` where it is a word that was looked for. Text, never HTML. */
export type Segment = { text: string; hit: boolean };

/** Characters shown before the first word that was found, and in all. */
const BEFORE = 60;
const LONGEST = 180;

/** A short text whole, with the words marked that were looked for. */
export function markWords(text: string, marked: MarkedWord[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const { start, end, word } of wordsIn(text)) {
    if (!isMarked(word, marked)) continue;
    if (start > at) segments.push({ text: text.slice(at, start), hit: false });
    segments.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), hit: false });
  return segments;
}

/** The place in a long text where a word stands that was looked for, on one line; null where none does. */
export function excerptOf(text: string, marked: MarkedWord[]): Segment[] | null {
  for (const { start, word } of wordsIn(text)) {
    if (isMarked(word, marked)) return markWords(cutAround(text, start), marked);
  }
  return null;
}

function isMarked(word: string, marked: MarkedWord[]): boolean {
  return marked.some((one) => (one.begins ? word.startsWith(one.word) : word === one.word));
}

function cutAround(text: string, place: number): string {
  const from = place <= BEFORE ? 0 : wordStart(text, place - BEFORE, place);
  const until = Math.min(text.length, from + LONGEST);
  const cut = text.slice(from, until).toWellFormed().replace(/\s+/gu, " ").trim();
  return `${from > 0 ? "…" : ""}${cut}${until < text.length ? "…" : ""}`;
}

/** The first gap after a place, so that no word is cut; the place itself where there is none before `limit`. */
function wordStart(text: string, from: number, limit: number): number {
  const gap = text.slice(from, limit).search(/\s/);
  return gap === -1 ? from : from + gap + 1;
}

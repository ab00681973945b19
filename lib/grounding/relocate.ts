import { foldText } from "#lib/grounding/fold";
import { locateQuote } from "#lib/grounding/quote";
import { indexSource, type SourceIndex, sentenceAround } from "#lib/grounding/source-index";
import type { Evidence, SourceText } from "#lib/grounding/statement";

/** Where a place of one text is in another: `found`, its quote is there again; `sameSentence`, and so is all around it. */
export type Relocated = { place: Evidence; found: Evidence | null; sameSentence: boolean };

/**
 * Looks the quotes of a source's evidence up in another version of it, near where they would have moved to. A quote that
 * stands there no more is not `found`: nothing is guessed in its place.
 */
export function relocate(evidence: Evidence[], before: SourceText, after: SourceText): Relocated[] {
  const shift = shiftBetween(before.text, after.text);
  const around = windowsOf(after);
  return evidence
    .filter((place) => place.sourceId === before.id && place.version === before.version)
    .map((place) => {
      const unchanged = findSentence(place, before.text, after, shift);
      if (unchanged) return { place, found: unchanged, sameSentence: true };
      const found = findQuote(place, before.text, after, around(shift(place.start)), shift(place.start));
      const same = found !== null && sentenceOf(before.text, place) === sentenceOf(after.text, found);
      return { place, found, sameSentence: same };
    });
}

/** The whole sentence, where it stands as it did between the same signs. So most are found without folding a text. */
function findSentence(
  place: Evidence,
  before: string,
  after: SourceText,
  shift: (offset: number) => number,
): Evidence | null {
  const { sentenceStart, sentenceEnd } = place;
  const at = nearest(after.text, before.slice(sentenceStart, sentenceEnd), shift(sentenceStart));
  if (at < 0 || place.start < sentenceStart || place.end > sentenceEnd) return null;
  const by = at - sentenceStart;
  const [first, last] = [before[sentenceStart - 1] ?? "\n", before[sentenceEnd] ?? "\n"];
  if ((after.text[at - 1] ?? "\n") !== first || (after.text[sentenceEnd + by] ?? "\n") !== last) return null;
  return {
    ...place,
    version: after.version,
    start: place.start + by,
    end: place.end + by,
    sentenceStart: at,
    sentenceEnd: sentenceEnd + by,
  };
}

/** The quote alone, in a sentence that reads differently now. */
function findQuote(
  place: Evidence,
  before: string,
  after: SourceText,
  { index, from }: Window,
  at: number,
): Evidence | null {
  const quote = locateQuote(index.folded, before.slice(place.start, place.end), at - from);
  if (!quote) return null;
  const sentence = sentenceAround(index, quote.start, quote.end);
  return {
    statementId: place.statementId,
    sourceId: place.sourceId,
    version: after.version,
    start: quote.start + from,
    end: quote.end + from,
    sentenceStart: sentence.start + from,
    sentenceEnd: sentence.end + from,
  };
}

function sentenceOf(text: string, { sentenceStart, sentenceEnd }: Evidence): string {
  return foldText(text.slice(sentenceStart, sentenceEnd)).folded.trim();
}

type Window = { index: SourceIndex; from: number };

/** How far a quote is looked for around where it would be, at least, in characters. */
const REACH = 50_000;
/** Pieces that are kept prepared: evidence comes in the order of its text. */
const MOST_WINDOWS = 3;

/** A text in overlapping pieces of whole lines, each prepared once: all of a long one takes seconds. */
function windowsOf(source: SourceText): (at: number) => Window {
  const made = new Map<number, Window>();
  return (at) => {
    const bucket = Math.floor(at / REACH);
    const known = made.get(bucket);
    if (known) return known;
    const from = beginNear(source.text, (bucket - 1) * REACH);
    const text = source.text.slice(from, endNear(source.text, (bucket + 2) * REACH));
    const window = { index: indexSource({ ...source, text }), from };
    made.set(bucket, window);
    const [first] = made.keys();
    if (made.size > MOST_WINDOWS && first !== undefined) made.delete(first);
    return window;
  };
}

/** Where the line begins that a place is in, or a word of it: a text may be one line. */
function beginNear(text: string, place: number): number {
  const least = Math.max(0, place - REACH);
  const before = text.slice(least, Math.max(0, place));
  const line = before.lastIndexOf("\n");
  return least + 1 + (line >= 0 || least === 0 ? line : before.lastIndexOf(" "));
}

/** Where that line ends, or a word. */
function endNear(text: string, place: number): number {
  const after = text.slice(place, place + REACH);
  const end = after.indexOf("\n");
  if (end >= 0) return place + end;
  return place + REACH >= text.length ? text.length : place + Math.max(after.lastIndexOf(" "), 0);
}

/** The occurrence of some words that lies nearest to an offset, or -1. */
function nearest(text: string, words: string, at: number): number {
  if (!words.trim()) return -1;
  const [behind, ahead] = [text.lastIndexOf(words, at), text.indexOf(words, at)];
  if (behind < 0 || ahead < 0) return Math.max(behind, ahead);
  return at - behind <= ahead - at ? behind : ahead;
}

/** Where an offset has gone: before what changed it stays, behind it it moves along. */
function shiftBetween(before: string, after: string): (offset: number) => number {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const behind = before.length - end;
  return (offset) => (offset >= behind ? offset + after.length - before.length : offset);
}

import { type FoldedText, foldText } from "#lib/grounding/fold";

/** Where a quote stands in a source (UTF-16 units, `end` exclusive), and how often it does. */
export type LocatedQuote = { start: number; end: number; occurrences: number };

const MAX_LENGTH = 1000;
const MAX_TRIES = 1000;
const MIN_LENGTH = 8;

/**
 * Finds a quote in a source: as it is, then without the quote marks, ellipses and full stop a model adds, then
 * folded. It must stand at word boundaries and have 8 characters or two words, or be all its line says, or all of `within`.
 * Of several occurrences `at` picks the nearest, otherwise the first is taken; those outside of `within` don't count.
 * Null where it is not there.
 */
export function locateQuote(
  source: FoldedText,
  quote: string,
  at?: number,
  within?: Range,
): LocatedQuote | null {
  const bare = quote.trim();
  if (!bare || bare.length > MAX_LENGTH) return null;
  const stripped = strip(bare);
  return (
    pick(source, exactly(source, bare, within), at, within) ??
    pick(source, exactly(source, stripped, within), at) ??
    pick(source, folded(source, stripped, within), at) ??
    pick(source, folded(source, stripped.replace(/[.,;:!]+$/, ""), within), at)
  );
}

/** Where a few words, folded, first stand in a text at word boundaries, however short they are; null where nowhere. */
export function findWords(source: FoldedText, words: string): { start: number; end: number } | null {
  return folded(source, words)[0] ?? null;
}

type Range = { start: number; end: number };

function exactly(source: FoldedText, quote: string, within?: Range): Range[] {
  return occurrences(source.text, quote, within).map((start) => ({ start, end: start + quote.length }));
}

function folded(source: FoldedText, quote: string, within?: Range): Range[] {
  const wanted = foldText(quote).folded.trim();
  const foldedWithin = within && {
    start: firstFrom(source.starts, within.start),
    end: firstFrom(source.starts, within.end),
  };
  return occurrences(source.folded, wanted, foldedWithin).map((start) => ({
    start: source.starts[start]!,
    end: source.ends[start + wanted.length - 1]!,
  }));
}

/** How many of ascending offsets lie before one: where in the folded text an offset of the text is. */
function firstFrom(starts: number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pick(
  source: FoldedText,
  found: Range[],
  at: number | undefined,
  within?: Range,
): LocatedQuote | null {
  const distance = (range: Range) => Math.abs(range.start - (at ?? 0));
  const best = found.reduce<Range | null>((a, b) => (a && distance(a) <= distance(b) ? a : b), null);
  const isWhole = best !== null && best.start === within?.start && best.end === within.end;
  return best && (isWhole || saysEnough(source.text, best)) ? { ...best, occurrences: found.length } : null;
}

/** Takes off what a model puts around a quote: quote marks, brackets of omission, ellipses. */
function strip(quote: string): string {
  return quote
    .replace(/^(?:[\s"'“”‘’«»„`…]|\.{3}|\[(?:…|\.{3})\])+/u, "")
    .replace(/(?:[\s"'“”‘’«»„`…]|\.{3}|\[(?:…|\.{3})\])+$/u, "");
}

/** Every place where `wanted` stands between word boundaries: "able to ship" is not in "unable to ship". */
function occurrences(text: string, wanted: string, within = { start: 0, end: text.length }): number[] {
  const found: number[] = [];
  if (!wanted) return found;
  const last = within.end - wanted.length;
  let i = text.indexOf(wanted, within.start);
  for (let tries = 0; i !== -1 && i <= last && tries < MAX_TRIES; tries++) {
    if (!cutsWord(text, i) && !cutsWord(text, i + wanted.length)) found.push(i);
    i = text.indexOf(wanted, i + 1);
  }
  return found;
}

// Scripts written without spaces have no boundary to hold a quote to.
const WORD = /[\p{L}\p{N}\p{M}_]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

function cutsWord(text: string, i: number): boolean {
  const inWord = (char: string) => WORD.test(char) && !UNSPACED.test(char);
  if (i <= 0 || i >= text.length) return false;
  if (/[\uDC00-\uDFFF]/.test(text[i]!) && /[\uD800-\uDBFF]/.test(text[i - 1]!)) return true;
  return inWord(text[i - 1]!) && inWord(text[i]!);
}

function saysEnough(text: string, { start, end }: Range): boolean {
  const quote = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(quote)) return false;
  return (
    quote.trim().length >= MIN_LENGTH ||
    /[\p{L}\p{N}]\S*\s+\S*[\p{L}\p{N}]/u.test(quote) ||
    isLine(text, start, end)
  );
}

/** Whether the range is all that its line says, after a bullet, time or speaker. */
function isLine(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const brk = text.indexOf("\n", end);
  const before = text.slice(Math.max(lineStart, start - 120), start);
  const after = text.slice(end, brk === -1 ? text.length : Math.min(brk, end + 120));
  return /^(?:[^\p{L}]*|.*[:>]\s*)$/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
}

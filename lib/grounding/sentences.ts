import { findSentenceEnds } from "#lib/grounding/sentence-ends";
import { joinWrapped } from "#lib/grounding/wrapped-lines";
import { parseLines, type SourceLine } from "#lib/parsers/turns";

/** A stretch of a text in UTF-16 units, `end` exclusive. */
export type Span = { start: number; end: number };

const MAX_SENTENCE = 1000;

/**
 * Splits a text into sentences, in order and without overlap. A turn, bullet, heading, paragraph or table row never
 * runs into the next; lines that were merely wrapped are one. A sentence of more than 1,000 units is cut at a space.
 */
export function splitSentences(text: string, lines: SourceLine[] = parseLines(text)): Span[] {
  const spans: Span[] = [];
  for (const { start, end, row } of joinWrapped(text, lines)) {
    const passage = text.slice(start, end);
    let from = 0;
    for (const stop of row ? [] : findSentenceEnds(passage)) {
      add(spans, text, start + from, start + stop);
      from = stop;
    }
    add(spans, text, start + from, end);
  }
  return spans;
}

/** The sentences that a stretch touches, as one span; null where it touches none. `sentences` is in order. */
export function sentenceAt(sentences: Span[], start: number, end: number): Span | null {
  const touched = sentencesIn(sentences, start, end);
  return touched.length ? { start: touched[0]!.start, end: touched.at(-1)!.end } : null;
}

/** The sentences that a stretch touches, of all in order. */
export function sentencesIn(sentences: Span[], start: number, end: number): Span[] {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  let after = low;
  while (sentences[after] && sentences[after]!.start < end) after++;
  return sentences.slice(low, after);
}

/** Adds a stretch without the white space around it, in pieces no longer than a sentence may be. */
function add(spans: Span[], text: string, from: number, to: number) {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  while (end - start > MAX_SENTENCE) {
    // Of the piece alone: in a text without spaces each would be looked for back to its beginning.
    const space = text.slice(start, start + MAX_SENTENCE + 1).lastIndexOf(" ");
    const cut = space > MAX_SENTENCE / 2 ? start + space : wholeCharacter(text, start + MAX_SENTENCE);
    spans.push({ start, end: cut });
    start = text[cut] === " " ? cut + 1 : cut;
  }
  if (start < end) spans.push({ start, end });
}

function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? "") ? at - 1 : at;
}

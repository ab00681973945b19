import { foldText } from "#lib/grounding/fold";
import { locateQuote } from "#lib/grounding/quote";
import { indexSource, sentenceAround } from "#lib/grounding/source-index";
import type { Evidence, SourceText } from "#lib/grounding/statement";

/** Where a place of one text is in another: `found`, its quote is there again; `moved.sentence`, and so is all its sentence. */
export type Relocated = { place: Evidence; found: Evidence | null; sameSentence: boolean };

/**
 * Looks the quotes of a source's evidence up in another version of it, near where they would have moved to. A quote that
 * stands there no more is not `found`: nothing is guessed in its place.
 */
export function relocate(evidence: Evidence[], before: SourceText, after: SourceText): Relocated[] {
  const index = indexSource(after);
  const shift = shiftBetween(before.text, after.text);
  const sentenceOf = (text: string, place: Evidence) =>
    foldText(text.slice(place.sentenceStart, place.sentenceEnd)).folded.trim();
  return evidence
    .filter((place) => place.sourceId === before.id && place.version === before.version)
    .map((place) => {
      const quote = locateQuote(index.folded, before.text.slice(place.start, place.end), shift(place.start));
      if (!quote) return { place, found: null, sameSentence: false };
      const sentence = sentenceAround(index, quote.start, quote.end);
      const found: Evidence = {
        statementId: place.statementId,
        sourceId: place.sourceId,
        version: after.version,
        start: quote.start,
        end: quote.end,
        sentenceStart: sentence.start,
        sentenceEnd: sentence.end,
      };
      return { place, found, sameSentence: sentenceOf(before.text, place) === sentenceOf(after.text, found) };
    });
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

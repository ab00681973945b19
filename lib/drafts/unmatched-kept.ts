import type { Evidence } from "#lib/grounding/statement";
import { type UnmatchedSentence, unmatchedSentences } from "#lib/grounding/unmatched";

/** From this length on, in characters, looking through a text takes longer than keeping what was found. */
const LONG = 100_000;
const MOST = 8;

const kept = new Map<string, { places: string; found: UnmatchedSentence[] }>();

/**
 * The sentences of a source that became nothing. Those of the long texts that were asked for last are kept by the text
 * itself: a page asks again whenever something happens, and two megabytes take a second or two.
 */
export function unmatchedOf(text: string, evidence: Evidence[]): UnmatchedSentence[] {
  if (text.length < LONG) return unmatchedSentences(text, evidence);
  const places = evidence.map(({ sentenceStart, sentenceEnd }) => `${sentenceStart} ${sentenceEnd}`).join();
  const known = kept.get(text);
  const found = known?.places === places ? known.found : unmatchedSentences(text, evidence);
  kept.delete(text);
  kept.set(text, { places, found });
  const oldest = kept.keys().next();
  if (kept.size > MOST && !oldest.done) kept.delete(oldest.value);
  return found;
}

import { setImmediate } from "node:timers/promises";
import type { Evidence } from "#lib/grounding/statement";
import {
  readTelling,
  type UnmatchedSentence,
  unmatchedAmong,
  unmatchedSentences,
} from "#lib/grounding/unmatched";

/** From this length on, in characters, a text is read in slices, and what it says is kept. */
const LONG = 100_000;
const MOST = 8;
/** Milliseconds after which others get their turn. */
const SLICE_MS = 20;

const kept = new Map<string, Promise<UnmatchedSentence[]>>();

/**
 * The sentences of a source that became nothing. What the long texts say that were asked for last is kept by the text
 * itself: a page asks again whenever something happens, and two megabytes take most of a second. Meanwhile the process
 * answers others.
 */
export async function unmatchedOf(text: string, evidence: Evidence[]): Promise<UnmatchedSentence[]> {
  if (text.length < LONG) return unmatchedSentences(text, evidence);
  const telling = kept.get(text) ?? readInSlices(text);
  kept.delete(text);
  kept.set(text, telling);
  const oldest = kept.keys().next();
  if (kept.size > MOST && !oldest.done) kept.delete(oldest.value);
  return unmatchedAmong(await telling, evidence);
}

async function readInSlices(text: string): Promise<UnmatchedSentence[]> {
  const reading = readTelling(text);
  let begun = performance.now();
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done) return step.value;
    if (performance.now() - begun < SLICE_MS) continue;
    await setImmediate();
    begun = performance.now();
  }
}

import { foldText, foldWords } from "#lib/grounding/fold";
import { findNumbers } from "#lib/grounding/numbers";
import { findWords } from "#lib/grounding/quote";
import type { Unsourced } from "#lib/grounding/statement";

/** How words are compared with those that a person took on themselves. */
export function keyOfWords(words: string): string {
  return foldWords(words) || words;
}

/** Those of a statement's unsourced words that nobody took on themselves. */
export function openWords({
  unsourced = [],
  confirmed = [],
}: {
  unsourced?: Unsourced[] | undefined;
  confirmed?: string[] | undefined;
}): Unsourced[] {
  return unsourced.filter(({ words }) => !confirmed.includes(keyOfWords(words)));
}

/**
 * What of a sentence's unsourced words is still in it after a person wrote it anew, as it stands there now: what they
 * typed is theirs, and the same sum written otherwise is still the writer's.
 */
export function leftUnsourced(before: Unsourced[], text: string): Unsourced[] {
  const numbers = findNumbers(text);
  return before.flatMap((one): Unsourced[] => {
    if (text.includes(one.words)) return [one];
    const same = findWords(foldText(text), foldText(one.words).folded.trim());
    if (same) return [{ ...one, words: text.slice(same.start, same.end) }];
    if (one.kind !== "figure" && one.kind !== "price") return [];
    const values = new Set(findNumbers(one.words).flatMap((number) => number.values));
    return numbers
      .filter((number) => number.values.some((value) => values.has(value)))
      .map(({ start, end }) => ({ ...one, words: text.slice(start, end) }));
  });
}

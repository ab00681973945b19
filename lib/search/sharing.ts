import { stem, wordsOfContent } from "#lib/grounding/alike";
import { PAST_OF, PASTS_OF } from "#lib/grounding/past-forms";

/** Words that are asked for: the longest, which are the rarest as a rule. More of them make a query that costs more than it finds. */
const MOST_WORDS = 8;

/**
 * The words for `to_tsquery` of every text that has at least `share` (0 to 1) of another one’s content words, and three
 * of them. Null where there are not three: such a text says too little to be known by.
 */
export function sharingWords(text: string, share: number): string | null {
  const words = [...new Map(wordsOfContent(text).map((word) => [stem(word), word])).values()];
  if (words.length < 3) return null;
  const asked = words.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, MOST_WORDS);
  const missing = Math.floor(words.length * (1 - share));
  return atLeast(Math.max(3, asked.length - missing), asked.map(formsOf));
}

/** At least so many of some clauses, each nested in the one before, so that it stays short. */
function atLeast(count: number, clauses: string[]): string {
  if (clauses.length === count) return `(${clauses.join(" & ")})`;
  if (count === 1) return `(${clauses.join(" | ")})`;
  const [first, ...rest] = clauses;
  return `((${first} & ${atLeast(count - 1, rest)}) | ${atLeast(count, rest)})`;
}

/** A word with the forms of its verb that no rule makes, "send" and "sent"; the others the database knows. */
function formsOf(word: string): string {
  const present = PAST_OF.get(word) ?? word;
  const forms = new Set([word, present, ...(PASTS_OF.get(present) ?? [])]);
  return `(${[...forms].map((form) => `'${form}'`).join(" | ")})`;
}

import { contentWords, type Likeness, likenessOf, overlapOf, saySame } from "#lib/grounding/alike";
import { foldWords } from "#lib/grounding/fold";

/** Words that every blocker has, and that tell none from another. */
const SAID_OF_ALL = contentWords(
  "blocked blocker blocking stuck waiting wait waits pending depends depending hold held unable answer reply response hear heard access approval review need",
);

/** What is compared of two blockers. */
export type BlockerLikeness = { full: Likeness; words: ReadonlySet<string> };

/** Takes the words of a blocker apart for comparing. */
export function blockerLikeness(text: string): BlockerLikeness {
  const full = likenessOf(text);
  return { full, words: new Set([...full.words].filter((word) => !SAID_OF_ALL.has(word))) };
}

/**
 * Whether one person says the same again. Somebody has few blockers at a time, so less tells them apart than what two
 * people say: most of what the shorter is about is in the longer, and no number of one contradicts the other's.
 */
export function isSaidAgain(a: BlockerLikeness, b: BlockerLikeness): boolean {
  if (haveOtherFigures(a.full, b.full)) return false;
  const { both, share } = overlapOf({ ...a.full, words: a.words }, { ...b.full, words: b.words });
  const [less, more] = [a.words.size, b.words.size].sort((x, y) => x - y) as [number, number];
  // "Waiting on legal", and "still no answer from legal about the DPA".
  if (less === 1) return both === 1 && more <= MOST_ABOUT_ONE;
  if (less === 0) return more === 0 && overlapOf(a.full, b.full).share === 1;
  return both >= 2 && share >= 0.6;
}

const MOST_ABOUT_ONE = 3;

/** Whether two people of a team say the same in nearly the same words. */
export function isSaidByBoth(a: BlockerLikeness, b: BlockerLikeness): boolean {
  return a.words.size >= 3 && !haveOtherFigures(a.full, b.full) && saySame(a.full, b.full);
}

/** "#412" and "#415" are two pull requests, whatever else is said of them. */
function haveOtherFigures(a: Likeness, b: Likeness): boolean {
  if (a.figures.size === 0 || b.figures.size === 0) return false;
  return ![...a.figures].some((figure) => b.figures.has(figure));
}

/** Whether two names are of one person, as a roster without ids can tell. */
export function isSameName(a: string, b: string): boolean {
  return foldWords(a) === foldWords(b);
}

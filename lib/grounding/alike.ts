import { foldWords } from "#lib/grounding/fold";
import { PAST_OF } from "#lib/grounding/past-forms";

/** What is compared of two statements: their words that carry meaning, their figures, and whether they deny. */
export type Likeness = { words: ReadonlySet<string>; figures: ReadonlySet<string>; denies: boolean };

type Said = { text: string; personId: string | null; personName: string | null };
/** `dueOn` is YYYY-MM-DD. */
type Dated = Said & { dueOn: string | null };

/** Takes a statement apart for comparing. */
export function likenessOf(text: string): Likeness {
  return {
    words: contentWords(text),
    figures: new Set(text.match(/\d[\d.,:/-]*\d|\d/g) ?? []),
    denies: DENIES.test(text),
  };
}

/**
 * Whether two actions are the same commitment: the content words of the shorter are in the other, but for one where there
 * are many; neither figures nor a negation tells them apart, and they have the same owner, or one of them has none.
 */
export function isSameCommitment(a: Said & Likeness, b: Said & Likeness): boolean {
  const less = Math.min(a.words.size, b.words.size);
  // In few words, one tells what it is about: the staging or the production certificate.
  const missing = less < MANY_WORDS ? 0 : 1;
  return !haveDifferentPeople(a, b) && saySame(a, b) && shared(a.words, b.words) >= less - missing;
}

const MANY_WORDS = 6;

/** How many of the content words of the longer the shorter has, for two actions to be the same in meetings that are not. */
export const SHARED_ELSEWHERE = 0.7;

/**
 * Whether an action of a meeting that has nothing to do with this one is the same commitment. People do much the same in
 * many meetings, and one word tells what to: so one says all that the other does, in three words or more, with the same
 * owner and no other day; or hardly another word.
 */
export function isSameElsewhere(a: Dated & Likeness, b: Dated & Likeness): boolean {
  const [less, more] = [a.words.size, b.words.size].sort((x, y) => x - y) as [number, number];
  const both = shared(a.words, b.words);
  if (less < 3 || both < less || both / more < SHARED_ELSEWHERE || !isSameCommitment(a, b)) return false;
  const otherDay = a.dueOn !== null && b.dueOn !== null && a.dueOn !== b.dueOn;
  return (haveSameOwner(a, b) && !otherDay) || isWordForWord(a, b);
}

/** Whether two statements say the same in nearly the same words. */
export function saySame(a: Likeness, b: Likeness): boolean {
  if (a.denies !== b.denies || !figuresAgree(a, b)) return false;
  const both = shared(a.words, b.words);
  const [less, more] = [a.words.size, b.words.size].sort((x, y) => x - y) as [number, number];
  // Two words alone must be all that either says.
  if (less < 3) return less > 0 && both === less && more === less;
  return both >= 3 && both / less >= 0.75 && both / more >= 0.5;
}

/** Whether two statements say the same, and hardly a word more. */
export function isWordForWord(a: Likeness, b: Likeness): boolean {
  const most = Math.max(a.words.size, b.words.size);
  return saySame(a, b) && a.figures.size === b.figures.size && shared(a.words, b.words) / most >= 0.85;
}

/** How many of the content words two statements share, of those that the shorter has: 0 to 1. */
export function overlapOf(a: Likeness, b: Likeness): { both: number; share: number } {
  const both = shared(a.words, b.words);
  return { both, share: both / Math.max(1, Math.min(a.words.size, b.words.size)) };
}

function haveSameOwner(a: Said, b: Said): boolean {
  return a.personName !== null && b.personName !== null && !haveDifferentPeople(a, b);
}

function haveDifferentPeople(a: Said, b: Said): boolean {
  if (a.personId && b.personId) return a.personId !== b.personId;
  if (!a.personName || !b.personName) return false;
  const [one, other] = [foldWords(a.personName), foldWords(b.personName)];
  return one.split(" ")[0] !== other.split(" ")[0];
}

/** A figure that one has may be missing in the other, but where both have some, they are the same. */
function figuresAgree(a: Likeness, b: Likeness): boolean {
  if (a.figures.size === 0 || b.figures.size === 0) return true;
  const [less, more] = a.figures.size < b.figures.size ? [a.figures, b.figures] : [b.figures, a.figures];
  return [...less].every((figure) => more.has(figure));
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both;
}

/** The words of a text that carry meaning, each in one form: "sent" and "sending" are "send". */
export function contentWords(text: string): Set<string> {
  return new Set(wordsOfContent(text).map(stem));
}

/** The words of a text that carry meaning, as they stand there but for case and accents. */
export function wordsOfContent(text: string): string[] {
  const words = foldWords(text.replace(/['’](?:s|ll|re|ve|d|m)\b/gi, "")).split(" ");
  return words.filter((word) => word && !EMPTY.has(word) && !/^\d+$/.test(word));
}

/** A word without its ending. */
export function stem(word: string): string {
  const present = PAST_OF.get(word) ?? word;
  const bare = present.replace(/(?<=\p{L}{3})(?:ing|ied|ed|ies|es|s|(?<=e)d|e|y)$/u, "");
  // "planned" and "planning" have a letter that "plan" has not.
  return bare.replace(/(?<=\p{L}{2})(\p{L})\1$/u, "$1");
}

const EMPTY = new Set(
  "a about again all also an and another any are as at be been being but by can could did do does doing for from get gets go had has have he her his i if in into is it its just let lets make makes me more must my need needs new not now of on once one or our out please s she should so some still take than that the their them then there they this to too up us was we were what when which who will with would yet you your don t didn isn won no never today tomorrow monday tuesday wednesday thursday friday saturday sunday week next end by until".split(
    " ",
  ),
);

const DENIES =
  /(?<![\p{L}'’-])(?:no|not|never|nobody|none|nothing|without|neither|nor|cannot|no longer|\p{L}+n['’]t)(?![\p{L}-])/iu;

/** A stretch of a sentence that says when; offsets are into the sentence. */
export type DuePhrase = { phrase: string; start: number; end: number };

/** `heldOn` is YYYY-MM-DD; `workingDays` are ISO weekdays (1 Monday … 7 Sunday), Monday to Friday by default. */
export type DueContext = { heldOn: string; workingDays?: readonly number[] };

const ISO = /\d{4}-\d{2}-\d{2}/g;

/** The calendar day a phrase names, or null where it names none for certain. */
export function resolveDue(phrase: string, _context: DueContext): string | null {
  return phrase.match(ISO)?.[0] ?? null;
}

/** The stretches of a sentence that say when something is due, in order, none within another. */
export function findDuePhrases(sentence: string): DuePhrase[] {
  return [...sentence.matchAll(ISO)].map((m) => ({
    phrase: m[0],
    start: m.index,
    end: m.index + m[0].length,
  }));
}

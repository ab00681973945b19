import type { Commitment, Said } from "#lib/rules/commitments";
import { isTalk, isVague, isVerb } from "#lib/rules/verbs";

const ADVERBS =
  "(?:(?:also|then|just|probably|definitely|still|now|try\\s+(?:to|and)|aim\\s+to|likely|soon)\\s+){0,2}";
const AFTER = new RegExp(`^${ADVERBS}(\\p{Ll}[\\p{L}-]*)`, "iu");

/** What note takers leave the subject out of, and how surely it is meant of whoever speaks. */
const OPENERS: [RegExp, number, boolean][] = [
  [/^(?:will|shall|going\s+to|gonna)\s+/iu, 2.6, true],
  [
    /^(?:plan(?:s|ning)?|intend(?:s|ing)?|aim(?:s|ing)?|hop(?:e|es|ing)|look(?:s|ing)|tr(?:y|ies|ying)|agree(?:s|d)|volunteer(?:s|ed)?|offer(?:s|ed)?|promise[sd]?)\s+(?:to|forward\s+to)\s+/iu,
    2,
    true,
  ],
  [/^(?:happy|glad|willing|keen)\s+to\s+/iu, 1.6, true],
  [
    /^(?:(?:still|also)\s+)?(?:needs?|have|has|want(?:s|ed)?|would\s+(?:like|love)|['’]?d\s+like|ought)\s+to\s+/iu,
    1.6,
    true,
  ],
  [/^(?:can|could)\s+(?:also\s+|probably\s+)?(?=\p{Ll})/iu, 1.3, true],
  [/^(?:(?:perhaps|maybe)\s+)?(?:should|must|could)\s+/iu, 1.3, false],
];
/** A clause of its own after a dash, a semicolon or a comma: "… nine months out - will add to the schedule". */
const CLAUSE =
  /(?:\s[-–—]+\s+|;\s+|[.,]\s+(?:and\s+|but\s+|so\s+)?)(?=(?:will|going\s+to)\s)|\s\((?=(?:needs?|have|has|will)\s+(?:to\s+)?)/giu;
const NOT = /^(?:not|never|be|have|need|you|we|I|they|it|he|she|this|that|the|there|a|an)\b/iu;

/** "Will add it to the schedule", "Need to ask legal": whoever speaks, or whoever writes the notes, leaves themselves out. */
export function elided({ sentence, speaker, noted }: Said): Commitment | null {
  const starts = [0, ...[...sentence.matchAll(CLAUSE)].slice(0, 4).map((cut) => cut.index + cut[0].length)];
  for (const start of starts) {
    const clause = sentence.slice(start);
    for (const [opener, base, own] of OPENERS) {
      const opening = opener.exec(clause)?.[0];
      const verb = opening === undefined ? undefined : AFTER.exec(clause.slice(opening.length))?.[1];
      if (opening === undefined || !verb || NOT.test(clause.slice(opening.length)) || isTalk(verb)) continue;
      const whole =
        start > 0 ? sentence : clause.slice(opening.length).replace(new RegExp(`^${ADVERBS}`, "iu"), "");
      const weight =
        base + (isVerb(verb) ? 0.3 : -0.5) - (isVague(verb) ? 0.3 : 0) - (speaker || noted ? 0 : 0.3);
      return { person: own ? speaker : "", text: whole, weight };
    }
  }
  return null;
}

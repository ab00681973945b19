import type { Commitment, Said } from "#lib/rules/commitments";
import { leadingNames } from "#lib/rules/people";
import { isTalk, isVerb } from "#lib/rules/verbs";
import { contentWords, wordCount } from "#lib/rules/wording";

const IT =
  "(?:it|this|that|these|those|them)(?:\\s+(?:one|on|up|over|item|task|issue))?|(?:(?:it|this|that)\\s+(?:on\\s+)?)?as\\s+an?\\s+action(?:[- ](?:item|point))?|an?\\s+action(?:[- ](?:item|point))?\\s+(?:on|for)\\s+(?:it|this|that)";
const TAKE = `(?:tak(?:es?|ing)(?:\\s+care\\s+of)?|do(?:es|ing)?|handl(?:es?|ing)|owns?|owning|grabs?|leads?|drives?|covers?|tackles?|picks?\\s+up|picking\\s+up)\\s+(?:${IT})`;
const MINE = new RegExp(
  `^I(?:['’]ll|\\s+will|\\s+can|\\s+could|['’]m\\s+(?:happy|glad)\\s+to|['’]d\\s+be\\s+(?:happy|glad)\\s+to)\\s+(?:also\\s+|gladly\\s+)?${TAKE}\\b|^I(?:['’]m|\\s+am)\\s+on\\s+it\\b|^(?:will\\s+do|on\\s+it|leave\\s+it\\s+(?:to|with)\\s+me)\\b[^?]{0,40}$`,
  "iu",
);
const OFFERED =
  /^I(?:['’]ll|\s+(?:will|can|could))\s+(?:also\s+|gladly\s+)?(\p{Ll}+)\s+(?:it|that|this|them|those|one)(?=[\s.,!]|$)/iu;
const THEIRS = new RegExp(
  `^\\s+(?:(?:will|can|to|is|would|has\\s+agreed\\s+to|agreed\\s+to|offered\\s+to|volunteered\\s+to)\\s+)?${TAKE}\\b|^\\s+(?:is|will\\s+be|is\\s+going\\s+to\\s+be)\\s+(?:on\\s+it|in\\s+charge\\s+of\\s+(?:${IT}))\\b|^\\s+(?:has\\s+)?(?:volunteered|volunteers)[.!]?$`,
  "iu",
);

/** Every such sentence has one of these words. */
const HINT =
  /\b(?:tak(?:es?|ing)|do(?:es|ing)?|handl(?:es?|ing)|own(?:s|ing)?|grabs?|leads?|drives?|covers?|tackles?|pick(?:s|ing)?|on\s+it|charge|volunteer(?:s|ed))\b/i;

/** "I can take that", "Dana is on it", "Kim volunteered": somebody takes on what was said before. */
export function taken({ sentence, speaker, people }: Said): Commitment | null {
  const offered = OFFERED.exec(sentence)?.[1];
  if (MINE.test(sentence) || (offered && isVerb(offered) && !isTalk(offered)))
    return speaker ? { person: speaker, text: sentence.replace(MODAL, ""), weight: 2 } : null;
  if (!HINT.test(sentence)) return null;
  const head = leadingNames(sentence, people);
  if (!head?.known || !THEIRS.test(head.rest)) return null;
  return { person: head.names[0]!, text: head.rest.trim().replace(MODAL, ""), weight: 2.4 };
}

const MODAL =
  /^(?:I(?:['’]ll|['’]m|['’]d)?\s+)?(?:(?:will|can|could|would|to|is|am|be|has|agreed|offered|volunteered|happy|glad)\s+)*/iu;

const POINTING =
  /^(?:it|its|this|that|these|those|them|they|there|so|take|do|on|i|ll|can|could|up|one|as|action|item|care|next|meeting)$/i;

/** "Send them the letter", "Put it behind a flag": what it is about stands before. */
const OF_IT =
  /^\p{L}+\s+(?:(?:up|out|off|on|for|with|to|about)\s+)?(?:it|them|him|her|that|this|those|these|one)\b/iu;

/** Whether an action says too little by itself: "Revisit this", "Investigate", "I can take that". */
export function isLight(text: string): boolean {
  if (text.length < 80 && OF_IT.test(text)) return true;
  return (
    text.length < 80 &&
    wordCount(text) <= 10 &&
    [...contentWords(text)].filter((word) => !POINTING.test(word)).length <= 1
  );
}

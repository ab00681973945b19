import type { Said } from "#lib/rules/commitments";
import { leadingNames } from "#lib/rules/people";
import { openingVerb } from "#lib/rules/verbs";

/** Something promised to somebody outside: by whom, to whom, what, and how surely. */
export type Promised = { person: string; to: string; text: string; weight: number };

/** Who speaks to whom: `asker` spoke before, and `outside` tells that they are none of the company's own. */
export type Talk = { asker: string; outside: boolean };

const OUTSIDERS =
  "(?:(?:the|our|their|a|an|this|that)\\s+)?(?:\\p{L}+\\s+)?(?:customers?|clients?|vendors?|suppliers?|partners?|prospects?|investors?|lenders?|bank|auditors?|regulators?|authorit(?:y|ies)|landlord|agency|insurer|buyers?|tenants?|dealers?|distributors?|resellers?|contractors?|press)";
const GAVE_WORD =
  /\b(?:promised|promise|assured|guaranteed|(?:gave|given)\s+(?:our|my|their)\s+word\s+to|committed\s+to)\s+/iu;
const OUTSIDER = new RegExp(`^${OUTSIDERS}\\b`, "iu");
const SUBJECT =
  /(?:^|[\s,;:])(I|we|@?\p{Lu}[\p{L}'’-]+)(?:['’]ve|\s+have|\s+has|\s+had)?\s+(?:also\s+|already\s+)?$/u;
const TO_YOU =
  /(?:^|[\s,;:(–—-])(I|[Ww]e)(?:['’]ll|\s+will)\s+(?:also\s+|then\s+|gladly\s+)?((?:send|give|get|forward|mail|e-?mail|share|provide|show|deliver|call|let|ship|return|refund|bring|write|quote|offer|set)\s.{0,60}?\byou\b.*)$/u;

/** "I promised the customer a price by Friday"; "I'll send you the quote", said to somebody outside. */
export function promiseIn(said: Said, talk: Talk): Promised | null {
  return promised(said) ?? (talk.outside ? toYou(said, talk.asker) : null);
}

function promised({ sentence, speaker, people }: Said): Promised | null {
  const found = GAVE_WORD.exec(sentence);
  if (!found || /\?\s*$/.test(sentence)) return null;
  const rest = sentence.slice(found.index + found[0].length);
  const head = leadingNames(rest, people);
  // A colleague is promised an action; whom the notes do not know is outside.
  const to = OUTSIDER.exec(rest)?.[0] ?? (head && !head.known ? head.names[0]! : "");
  const what = rest.slice(rest.indexOf(to) + to.length).replace(/^[\s,]*(?:that|to\s+(?=\p{Ll}))?\s*/u, "");
  if (!to || what.split(/\s+/).length < 2) return null;
  const who = SUBJECT.exec(sentence.slice(0, found.index))?.[1] ?? "";
  const person = who === "I" || who === "" ? speaker : /^we$/i.test(who) ? "" : who;
  return { person, to, text: openingVerb(what) ? what : sentence, weight: 4.5 };
}

function toYou({ sentence, speaker }: Said, asker: string): Promised | null {
  const found = TO_YOU.exec(sentence);
  if (!found || /\byou\s+(?:know|see|guys)\b/i.test(found[2]!)) return null;
  return { person: speaker, to: asker, text: found[2]!, weight: 4.5 };
}

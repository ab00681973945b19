import type { Commitment, Said } from "#lib/rules/commitments";
import type { Decided } from "#lib/rules/decisions";
import { isTalk, isVerb } from "#lib/rules/verbs";

const YES =
  /^(?:(?:ok|okay|well|right|so|and|um|uh)[\s,.]+)*(?:yes|yeah|yep|yup|sure|agreed?|\+1|aye|definitely|absolutely|sounds?\s+good|makes\s+sense|works\s+for\s+me|good\s+idea|of\s+course|no\s+(?:objections?|problem)|perfect|fine|great|i\s+(?:agree|support|think\s+so|can\s+do|will)|will\s+do|let['’]?s\s+do|i['’]?m\s+(?:fine|ok|okay|good|happy))\b/iu;
const NO =
  /^(?:(?:ok|okay|well|right|so|and|um|uh)[\s,.]+)*(?:no\b(?!\s+(?:objections?|problem))|nope|not\s+really|i\s+(?:do|would|disagree|object|oppose)|i['’]?d\s+rather|-1|but\b|hmm)/iu;

/** Whether what is said next takes up what was put before. */
export function saysYes(reply: string): boolean {
  return YES.test(reply);
}

const PUT =
  /(?:^|[\s,;:])(?:should\s+(?:we|I|you|they)|shall\s+(?:we|I)|can\s+we|could\s+we|can\s+(?:you|someone|somebody|anyone)|could\s+(?:you|someone|somebody|anyone)|would\s+(?:you|someone|anyone)(?:\s+(?:mind|be\s+(?:able|willing)\s+to))?|why\s+(?:don['’]?t|not)(?:\s+(?:we|you|I))?|what\s+(?:about|if\s+we)|how\s+about|does\s+it\s+make\s+sense(?:\s+then)?\s+to|would\s+it\s+(?:make\s+sense|be\s+(?:good|possible|better|useful|helpful|ok(?:ay)?))\s+to|is\s+it\s+(?:ok(?:ay)?|fine|worth)\s+(?:to|if\s+we)|(?:perhaps|maybe)\s+we\s+(?:should|could|can)|(?:so\s+)?(?:we|I)\s+(?:should|could|can|will)|let['’]?s)\s+(?:(?:also|then|just|perhaps|maybe|at\s+least|now|please)\s+){0,2}(\p{Ll}[\p{L}-]*)/iu;

const TAKES_ON = /\bI(?:['’]ll|\s+will)\s+(?!do\b)\p{Ll}+\s+\S/u;

/** "Should we move it to May?": to be done where somebody takes it up; by whoever says so, where it was asked of "you". */
export function suggested({ sentence }: Said, reply: { said: string; speaker: string }): Commitment | null {
  const found = PUT.exec(sentence);
  const verb = found?.[1];
  // A reply that says itself what will be done is read by itself.
  if (!verb || isTalk(verb) || NO.test(reply.said) || TAKES_ON.test(reply.said)) return null;
  const base = isVerb(verb) || isVerb(verb.replace(/ing$/, "")) || isVerb(verb.replace(/ing$/, "e"));
  if (!base) return null;
  const taken = saysYes(reply.said);
  const text = sentence.slice(found.index + found[0].length - verb.length).replace(/[\s?]+$/, "");
  const asked = /\b(?:you|someone|somebody|anyone)\b/iu.test(found[0]);
  return { person: taken && asked ? reply.speaker : "", text, weight: taken ? 2.2 : asked ? 1.1 : 1.2 };
}

const TAIL = "\\b\\s*(?:to|with|of|on|about|that|against|if)?\\s*";
const OBJECTION = new RegExp(
  `\\b(?:(?:does|do|did)\\s+any(?:one|body)\\s+(?:oppose|object|have\\s+(?:any\\s+)?objections?|disagree)|any(?:one|body)?\\s+(?:strong\\s+)?(?:objections?|opposed|opposition|against))${TAIL}`,
  "iu",
);
const ASSENT = new RegExp(
  `\\b(?:is\\s+there\\s+(?:a\\s+)?(?:general\\s+|rough\\s+)?con[cs]ensus|(?:is|are)\\s+(?:every(?:one|body)|we\\s+all|people|all)\\s+(?:ok(?:ay)?|fine|good|happy|comfortable|in\\s+favou?r|on\\s+board|agreed)|(?:do|does)\\s+(?:we\\s+all|every(?:one|body))\\s+agree)${TAIL}`,
  "iu",
);
const AGAINST = /^(?:(?:well|um|uh|so)[\s,.]+)*(?:yes|i\s+(?:do|would|object|oppose|disagree)|-1|hmm)\b/iu;

/** "Does anyone object to moving it?", "Is everyone fine with it?": decided, unless somebody objects. */
export function polled(sentence: string, reply: string): Decided | null {
  const objection = OBJECTION.exec(sentence);
  const found = objection ?? ASSENT.exec(sentence);
  const answer = reply.replace(/^[\s(]+/, "");
  if (!found || (objection ? AGAINST : NO).test(answer)) return null;
  const text = sentence.slice(found.index + found[0].length).replace(/[\s?]+$/, "");
  const settled = objection ? /^(?:no|none|nope)\b/i.test(answer) : saysYes(answer);
  return text.split(/\s+/).length < 2 ? null : { text, weight: settled ? 2.6 : 1.8 };
}

import type { Commitment, Said } from "#lib/rules/commitments";
import { ownerAtEnd } from "#lib/rules/owner";
import { leadingNames, type People } from "#lib/rules/people";
import { opensWithPolicy } from "#lib/rules/policy";
import { baseOf, isVague, openingVerb, opensLikeOrder } from "#lib/rules/verbs";
import { wordCount } from "#lib/rules/wording";

/** What ties an order to whom it is for; in the group, a plea. */
const TOLD =
  /^\s*(?:[:,]|[-–—](?=\s)|[-=]{1,2}>|→)\s*(please\s+|pls\s+|kindly\s+|feel\s+free\s+to\s+)?(?=\p{L})/iu;

/** "Dana - update the slide", "[Dana] update it", "Dana, please update it", "All: read the draft": an order under its address. */
export function toldTo(sentence: string, people: People): Commitment | null {
  const to = addressed(sentence, people);
  const verb = to && openingVerb(to.rest);
  if (!to || !verb || NOUN.test(to.rest) || wordCount(to.rest) < 3) return null;
  const weight = (to.asked ? 2.6 : 2.2) - (isVague(verb) && !to.asked ? 0.6 : 0);
  return { person: to.names[0] ?? "", text: withOthers(to.rest, to.names.slice(1)), weight };
}

const BOXED = /^[[(]([^()[\]]{2,40})[)\]]\s*[:–—-]?\s+(?=\p{L})/u;
const FULL_NAME = /^(?:\p{Lu}[\p{Ll}'’-]+ \p{Lu}[\p{L}'’.-]+|\p{Lu}{2})$/u;
const TO_ALL = /^(?:all|everyone|everybody|folks)(?=\s*[:,–—-])/iu;

function addressed(
  sentence: string,
  people: People,
): { names: string[]; rest: string; asked: boolean } | null {
  const boxed = BOXED.exec(sentence);
  if (boxed) {
    const head = leadingNames(boxed[1]!, people);
    // "[Docs] Fix it" names a part of the work; a first and a last name, or initials, name somebody.
    const named = head?.known || FULL_NAME.test(boxed[1]!);
    const rest = sentence.slice(boxed[0].length).replace(/^(?:will|to)\s+(?=\p{Ll})/u, "");
    return head && named && head.rest.trim() === "" ? { names: head.names, rest, asked: false } : null;
  }
  const all = TO_ALL.exec(sentence)?.[0];
  const head = all
    ? { names: [], rest: sentence.slice(all.length), known: true }
    : leadingNames(sentence, people);
  const tie = head?.known ? TOLD.exec(head.rest) : null;
  return head && tie
    ? { names: head.names, rest: head.rest.slice(tie[0].length), asked: tie[1] !== undefined }
    : null;
}

/** An order with the others who share it named at its end. */
export const withOthers = (rest: string, others: string[]) =>
  others.length ? `${rest.replace(/[.\s]+$/, "")} (with ${others.join(", ")})` : rest;

const LEFT =
  /^(?:the\s+)?(?:(?:still|left|remaining|outstanding|pending|upcoming|future|immediate|open|today|tomorrow|this\s+(?:week|sprint))(?:\s+(?:to\s+do|work|tasks?|items?|steps?))?|follow[- ]?ups?|plan|next(?:\s+steps?)?|to\s+do)\s*(?::|[-–—](?=\s))\s*(?=\p{L})/iu;

/** "Remaining work: update the docs": an order behind a word for what is left. */
export function left({ sentence, speaker }: Said): Commitment | null {
  const label = LEFT.exec(sentence)?.[0] ?? "";
  const rest = sentence.slice(label.length).replace(/^(?:will|to)\s+(?=\p{Ll})/u, "");
  if (label === "" || !openingVerb(rest) || NOUN.test(rest)) return null;
  return { person: speaker, text: rest, weight: 2 };
}

/** "Add the calls to the announcement": an order, where the whole sentence is one. */
export function order({ sentence: said, noted, people, speaker, typed }: Said): Commitment | null {
  const sentence = noted ? said.replace(/^to\s+(?=\p{Ll})/u, "") : said;
  if (NOUN.test(sentence) || sentence.split(/\s+/).length < 3) return null;
  const verb = openingVerb(sentence);
  // "Plan the demo (@dana)" says whose it is; under somebody's name it is theirs.
  const end = verb ? ownerAtEnd(sentence, people) : null;
  if (end?.known)
    return { person: end.names[0]!, text: withOthers(end.rest, end.names.slice(1)), weight: 2.2 };
  if (!noted) return null;
  if (!verb)
    return (
      does(sentence, speaker) ??
      (opensLikeOrder(sentence) ? { person: "", text: sentence, weight: 1.3 } : null)
    );
  if (!speaker && opensWithPolicy(sentence)) return { person: "", text: sentence, weight: 1.35 };
  return { person: typed ? "" : speaker, text: sentence, weight: isVague(verb) ? 1 : 1.7 };
}

/** "Sends the invoices", under the name of whoever does. */
function does(sentence: string, speaker: string): Commitment | null {
  const word = /^\p{L}+/u.exec(sentence)?.[0] ?? "";
  const base = speaker ? baseOf(word) : null;
  return base ? { person: speaker, text: base + sentence.slice(word.length), weight: 1.6 } : null;
}

/** "Draft is ready", "Update on the pilot", "Review of last week" open with a noun. */
const NOUN =
  /^\S+\s+(?:not|still|pending)\b|^\S+\s+(?:\p{L}+ed\s+(?:to|until|till|from|for|by|out|at)|date|slips|set|gets|goes|will|needs|should|can|must|to\s+be)\b|^do\s+(?:not|you|we|they|I|the)\b|^\S+\s+(?:is|are|was|were|has|have|status|of)\b|^(?:link|links|update|issue|support|request|access|draft|plan|report|reply|question|test|call|work|note|design|follow-?up|review|release)\s+(?:to|on|in|from|for|with|about)\b/iu;

import { catchword } from "#lib/rules/catchwords";
import { elided } from "#lib/rules/elided";
import { left, order, toldTo, withOthers } from "#lib/rules/orders";
import { ownerAtHead } from "#lib/rules/owner";
import { isCommonWord, leadingNames, type People } from "#lib/rules/people";
import { requestIn } from "#lib/rules/requests";
import { leadingRole } from "#lib/rules/roles";
import { taken } from "#lib/rules/takes";
import { isNarrated, isTalk, isVague, isVerb, openingVerb } from "#lib/rules/verbs";
import { obliged, reported, wished } from "#lib/rules/wishes";

/** A sentence that gives somebody something to do: who ("" where it does not say), what, and how surely (1 to 4). */
export type Commitment = { person: string; text: string; weight: number };

/** A sentence and what is known of it. `noted`: it is a line of notes, where an order needs no "you". `typed`: into a chat log. */
export type Said = { sentence: string; speaker: string; noted: boolean; people: People; typed?: boolean };

/** Reads the commitment in a sentence, if there is one. */
export function commitmentIn(said: Said): Commitment | null {
  const sentence = said.sentence.replace(FILLER, "");
  if (sentence.length < 8 || /:$/.test(sentence)) return null;
  const bare = { ...said, sentence };
  const found = /\?\s*$/.test(sentence)
    ? requestIn(sentence, said.people)
    : // Where the words say who, it is not asked of everybody.
      (surestOf(bare, SOMEBODY) ?? surestOf(bare, EVERYBODY));
  return found && HYPOTHETICAL.test(sentence) ? null : found;
}

type Reading = (said: Said) => Commitment | null;

function surestOf(said: Said, readings: Reading[]): Commitment | null {
  return readings.reduce<Commitment | null>((best, read) => {
    const found = read(said);
    return found && (!best || found.weight > best.weight) ? found : best;
  }, null);
}

/** What people say before they say something. */
const FILLER =
  /^(?:(?:yes|yeah|yep|sure|ok|okay|alright|all right|right|so|and|but|then|well|great|good|fine|cool|perfect|no problem|of course|also|anyway|actually|thanks|in that case|for now|next(?!\s+steps?|\s*:)|in the meantime|action(?!\s+(?:on|for|is|items?|points?))|meanwhile)\b[,.!;:\s–—-]+){1,4}/iu;
const HYPOTHETICAL =
  /(?:^|[,;:]\s*|\b(?:and|but|or|so|that|think|guess)\s+)(?:if|unless|whether|in case)\s+(?:I|we|you|he|she|they|it)(?:['’]ll|\s+(?:will|would|could|can|had|were))\b|\b(?:would|could|should|might) have\b|\b(?:was|were) (?:going|supposed|meant) to\b|\b(?:used to|no need to|did not need to|didn['’]t need to)\b/iu;

const WILL =
  /(?:^|[\s,;:(–—-])I(?:['’]ll|\s+will|['’]m\s+going\s+to|\s+am\s+going\s+to|\s+shall|['’]m\s+gonna|\s+gonna)\s+(?:(?:also|then|just|definitely|probably|certainly|personally|gladly|happily|try to|try and|make sure to|be sure to|take\s+(?:an|the|that)\s+action(?:\s+(?:item|point))?\s+to)\s+){0,2}(\p{Ll}[\p{L}-]*)/u;
/** "And I set up the accounts in the meantime" */
const SOON =
  /^(?:(?:and|then|so)\s+)*I\s+(?!am\b|was\b|ha(?:ve|d)\b|think\b|guess\b|need\b|can\b|could\b|will\b|would\b|should\b|may\b|might\b|d(?:o|id)\b)(\p{Ll}{2,})(?=\s.{3,100}\b(?:tomorrow|today|tonight|in\s+the\s+meantime|meanwhile|this\s+(?:week|afternoon|evening)|next\s+week|by\s+\p{Lu}\p{Ll}+|until\s+\p{Lu}\p{Ll}+|on\s+\p{Lu}\p{Ll}+day)\b)/iu;
/** "Let me check that and get back to you": said of what comes after the call, not in it. */
const LET_ME =
  /(?:^|[\s,;:])let\s+me\s+(?=(?:take|file|write|draft|open|send|follow|get|find|talk|ask|reach|prepare|set|put|schedule|create|work|dig|investigate|update|check\s+with|look\s+into)\b)(\p{Ll}[\p{L}-]*)(?!\s+(?:you|a\s+(?:look|second|moment|minute)|to\s+(?:the|that|this)\b))/iu;
const OFFER =
  /(?:^|[\s,;:(–—-])(?:I\s+can|I\s+could|I['’]m\s+happy\s+to|happy\s+to|I['’]d\s+be\s+happy\s+to|I\s+(?:still\s+)?(?:need|have)\s+to|I\s+plan\s+to|I\s+should)\s+(?:(?:also|then|just|definitely|certainly|gladly)\s+){0,2}(\p{Ll}[\p{L}-]*)/iu;
const MINE =
  /(?:^|[\s,;:])(?:I(?:['’]ve)?\s+(?:volunteer|agreed|committed|offered|promised)(?:ed)?\s+to|I(?:['’]ve)?\s+(?:took|take|have|got|taken|accept)\s+(?:an|the|that|this)\s+action(?:\s+(?:item|point))?\s+to|(?:that|this|it)(?:['’]s|\s+is)\s+on\s+me\s+to|leave\s+it\s+to\s+me\s+to|action\s+(?:is\s+)?on\s+me\s+to|my\s+(?:intent(?:ion)?|plan|aim|goal|next\s+step)(?:\s+\p{L}+){0,2}\s+is\s+to)\s+(\p{Ll}[\p{L}-]*)/iu;
/** "I'll have them ready" promises; "I'll be brief", "I'll have to go" and what is done at once in the call do not. */
const IDLE =
  /^(?:be|not|never|have\s+to|do\b(?!\s+\S+\s+\S+)|have\s+a\b|move\s+(?:on|to\s+the\s+next)|add\s+(?:that|one|a\s+(?:point|comment|thing)|to\s+(?:that|this|what))|share\s+(?:my|the|a)\s+(?:screen|link)|(?:put|post|paste|drop|link|share)\s+(?:it|this|that|the\s+link|a\s+link|them)\s+(?:in|into|here)\b|show\s+you|repeat\s+(?:what|that|it)|call\s+on|read\s+(?:it|that|this)\s+out|leave\s+it|put\s+myself)/iu;

function firstPerson({ sentence, speaker }: Said): Commitment | null {
  const will = MINE.exec(sentence) ?? WILL.exec(sentence) ?? SOON.exec(sentence);
  const found = will ?? OFFER.exec(sentence) ?? LET_ME.exec(sentence);
  if (!found) return null;
  const verb = found[1]!;
  const from = found.index + found[0].length - verb.length;
  if (isTalk(verb) || IDLE.test(sentence.slice(from))) return null;
  // "Release notes, I'll have them by Friday": what comes before says what is meant.
  const before = sentence.slice(0, found.index).split(/\s+/).filter(Boolean).length;
  const refers =
    before >= 2 && before <= 12 && /\b(?:it|that|this|them|those)\b/.test(sentence.slice(from, from + 30));
  const weight = (will ? 2.6 : 1.2) + (isVerb(verb) ? 0.4 : -0.4) - (isVague(verb) ? 0.5 : 0);
  return { person: speaker, text: refers ? sentence : sentence.slice(from), weight };
}

const BASE = { to: 3, will: 3, agreed: 3.2, should: 2, handle: 2.5, present: 1, busy: 1 };
/** "It was agreed that Dana would call": what was decided is hers to do. */
const SETTLED =
  /\b(?:agreed|decided|resolved|suggested|proposed|requested|recommended|noted|confirmed|important|essential)\s+that\s+(?=\S)/iu;

/** "Dana will …", "@dana to …", "Dana agreed to …", also after a comma or "and". */
function named({ sentence, people }: Said): Commitment | null {
  const told = toldTo(sentence, people);
  if (told) return told;
  const then = andThen(sentence, people);
  if (then) return then;
  const settled = SETTLED.exec(sentence);
  const that = settled && sentence.slice(settled.index + settled[0].length).replace(WOULD, "$1 will ");
  const sure = that ? 0.8 : 0;
  // "It was suggested that Dana call them": no more than the name and the verb.
  const bare = that ? leadingNames(that, people) : null;
  if (bare?.known && openingVerb(bare.rest.trim()))
    return { person: bare.names[0]!, text: bare.rest.trim(), weight: 3 };
  for (const clause of that ? [that] : clauses(sentence)) {
    const owned = ownerAtHead(clause, people);
    if (!owned || owned.by === "label" || owned.by === "end" || !owned.names[0]) continue;
    const verb = openingVerb(owned.rest);
    if (owned.by === "present" && verb && isTalk(verb)) continue;
    const tells = owned.by === "present" && verb !== null && !isNarrated(verb);
    if (!verb && (owned.by === "handle" || owned.by === "present" || !owned.known) && owned.names.length < 2)
      continue;
    if (!owned.known && owned.names.every((n) => isCommonWord(n, people))) continue;
    const weight = (tells ? 1.6 : BASE[owned.by]) + sure - (owned.known ? 0 : 0.8) - (verb ? 0 : 0.8);
    return { person: owned.names[0], text: withOthers(owned.rest, owned.names.slice(1)), weight };
  }
  return null;
}

const AND_WILL =
  /^[^.;:]{3,120}?,?\s+(?:and|but|then|so)\s+(?:will|is\s+going\s+to|plans\s+to|agreed\s+to|volunteered\s+to|(?:still\s+)?needs\s+to)\s+(?:now\s+|then\s+|also\s+)?(?!be\b|not\b|have\b)(?=\p{Ll})/u;
const AT_ONCE = /^\s+(?:will|to|is|are|should|must|can|may|could|would|agreed|volunteered|needs)\b/u;

/** "Dana finished the move and will now tell the customers": what is done does not hide what is to come. */
function andThen(sentence: string, people: People): Commitment | null {
  const head = leadingNames(sentence, people);
  if (!head?.known || AT_ONCE.test(head.rest)) return null;
  const tie = AND_WILL.exec(head.rest);
  const rest = tie ? head.rest.slice(tie[0].length) : "";
  return openingVerb(rest) ? { person: head.names[0]!, text: rest, weight: 2.6 } : null;
}

const WOULD = /^(.{2,60}?)\s+(?:would|should|shall)\s+(?!be\b|have\b|not\b)/u;
function clauses(sentence: string): string[] {
  const cuts = sentence.matchAll(
    /(?:[,;:]\s+(?:and\s+|so\s+|then\s+|but\s+)?|\s+[-–—]\s+|\s+(?:and|so|then)\s+)(?=[@\p{Lu}])/gu,
  );
  return [sentence, ...[...cuts].slice(0, 6).map((c) => sentence.slice(c.index + c[0].length))];
}

const HAVE =
  /\b(?:let(?:['’]?s|\s+us)\s+(?:have|get|ask|let)|(?:we(?:['’]ll|['’]re\s+going\s+to)?\s+(?:will\s+|can\s+|should\s+|need\s+to\s+)?(?:have|ask|get|let))|(?:I(?:['’]d|\s+would)\s+like)|(?:asked|asks)|(?:action|AR|AI)\s+(?:item\s+|point\s+)?(?:is\s+)?(?:on|for)|assigned\s+to|over\s+to|waiting\s+(?:on|for)|up\s+to|be\s+(?:good|great|nice|useful|helpful)\s+if)\s+(?=[@\p{Lu}]|the\s)/iu;

/** "Let's have Kim check it", "action on Kim to check it", "Ada asked Kim to check it". */
function assigned({ sentence, people }: Said): Commitment | null {
  const found = HAVE.exec(sentence);
  if (!found) return null;
  const after = sentence.slice(found.index + found[0].length);
  const head = leadingNames(after, people) ?? leadingRole(after);
  const rest = head?.rest.replace(/^\s*(?::\s*|(?:to|could|can|would)\s+)?/, "") ?? "";
  if (!head || !openingVerb(rest)) return null;
  return { person: head.names[0]!, text: rest, weight: head.known ? 3.2 : 2.4 };
}

const ADVERBS = "(?:(?:also|then|just|all|definitely|probably|really|still|at\\s+least)\\s+){0,2}";
const group = (words: string) =>
  new RegExp(`(?:^|[\\s,;:(–—-])(?:${words})\\s+${ADVERBS}(\\p{Ll}[\\p{L}-]*)`, "iu");
const SHARED: [RegExp, number][] = [
  [
    group(
      "(?:someone|somebody|anyone|the\\s+team|everyone|everybody|all|each\\s+\\p{Ll}+|(?:the\\s+)?\\p{Ll}+\\s+team)\\s+(?:needs?\\s+to|has\\s+to|have\\s+to|should|must|will|to)",
    ),
    2,
  ],
  [
    group(
      "(?:the\\s+)?next\\s+steps?\\s+(?:is|are|would\\s+be)\\s+to|(?:the\\s+)?plan\\s+is\\s+to|remember\\s+to|don['’]t\\s+forget\\s+to|take\\s+(?:an\\s+)?action(?:[- ]item)?\\s+to|make\\s+sure\\s+(?:to|we|you)",
    ),
    2,
  ],
  [
    group(
      `we\\s+${ADVERBS}(?:need|have|ought)\\s+to|we\\s+${ADVERBS}(?:should|must|could)|it\\s+would\\s+be\\s+(?:good|great|useful|nice|helpful)\\s+(?:to|if\\s+(?:we|someone)\\s+could)|please|possibly`,
    ),
    1.1,
  ],
  [group("we(?:['’]ll|\\s+will|['’]re\\s+going\\s+to|\\s+are\\s+going\\s+to)|let['’]?s|let\\s+us"), 1.2],
];

/** "We need to …", "let's …", "someone should …": to be done, by nobody in particular. */
function together({ sentence, noted }: Said): Commitment | null {
  for (const [pattern, weight] of SHARED) {
    const found = pattern.exec(sentence);
    const verb = found?.[1];
    if (!verb || isTalk(verb) || !isVerb(verb)) continue;
    const text = sentence.slice(found.index + found[0].length - verb.length);
    return { person: "", text, weight: weight + (noted ? 0.2 : 0) + (isVague(verb) ? -0.5 : 0.4) };
  }
  return null;
}

const BY =
  /\b(?:to|will|shall|should|must)\s+be\s+\p{Ll}+(?:ed|en|nt|lt|ne|de|ut|un|wn|id)\s+(?:\p{Ll}+\s+){0,2}by\s+(?=[@\p{Lu}]|the\s)/u;

/** "The guide will be written by Dana". */
function agent({ sentence, people }: Said): Commitment | null {
  const found = BY.exec(sentence);
  const after = found ? sentence.slice(found.index + found[0].length).replace(/[.!\s]+$/, "") : "";
  const head = found && (leadingNames(after, people) ?? leadingRole(`${after} `));
  return head?.known ? { person: head.names[0]!, text: sentence, weight: 2.6 } : null;
}

const PASSIVE =
  /\b(?:[Nn]eeds?|[Hh]as|[Hh]ave|[Mm]ust|[Oo]ught)\s+(?:to\s+)?be\s+(\p{Ll}+(?:ed|en|nt|lt|ne|de|ut))\b|\b(?:is|are)\s+to\s+be\s+\p{Ll}+ed\b|^(?!.*\b(?:is|are|was|were)\b).{3,80}\bto\s+be\s+\p{Ll}+ed\b/u;

function passive({ sentence, noted }: Said): Commitment | null {
  if (sentence.length > 240 || !PASSIVE.test(sentence)) return null;
  return { person: "", text: sentence, weight: noted ? 1.6 : 1.4 };
}

const SOMEBODY: Reading[] = [taken, firstPerson, named, assigned, agent, reported, elided];
const EVERYBODY: Reading[] = [together, left, passive, order, wished, obliged, catchword];

import { ownerAtHead } from "#lib/rules/owner";
import { leadingNames, type People } from "#lib/rules/people";
import { isTalk, isVerb, openingVerb } from "#lib/rules/verbs";

/** A sentence that gives somebody something to do: who ("" where it does not say), what, and how surely (1 to 4). */
export type Commitment = { person: string; text: string; weight: number };

/** A sentence and what is known of it. `noted`: it is a line of notes, where an order needs no "you". */
export type Said = { sentence: string; speaker: string; noted: boolean; people: People };

/** Reads the commitment in a sentence, if there is one. */
export function commitmentIn(said: Said): Commitment | null {
  const sentence = said.sentence.replace(FILLER, "");
  if (sentence.length < 8 || HYPOTHETICAL.test(sentence)) return null;
  const asked = /\?\s*$/.test(sentence);
  const plain = { ...said, sentence };
  if (asked) return request(plain);
  return (
    firstPerson(plain) ?? named(plain) ?? assigned(plain) ?? together(plain) ?? passive(plain) ?? order(plain)
  );
}

/** What people say before they say something. */
const FILLER =
  /^(?:(?:yes|yeah|yep|sure|ok|okay|alright|all right|right|so|and|but|then|well|great|good|fine|cool|perfect|no problem|of course|also|anyway|actually|thanks|in that case|for now|next|in the meantime|action|meanwhile)\b[,.!;:\s–—-]+){1,4}/iu;
const HYPOTHETICAL =
  /\b(?:if|unless|whether|in case)\s+(?:I|we|you|he|she|they|it)(?:['’]ll|\s+(?:will|would|could|can))\b|\bwould have\b|\bwas going to\b/iu;

const WILL =
  /(?:^|[\s,;:(–—-])I(?:['’]ll|\s+will|['’]m\s+going\s+to|\s+am\s+going\s+to|\s+shall|['’]m\s+gonna|\s+gonna)\s+(?:(?:also|then|just|definitely|probably|certainly|personally|gladly|happily|try to|try and|make sure to|be sure to)\s+){0,2}(\p{Ll}[\p{L}-]*)/u;
const OFFER =
  /(?:^|[\s,;:(–—-])(?:I\s+can|I\s+could|let\s+me|I['’]m\s+happy\s+to|happy\s+to|I['’]d\s+be\s+happy\s+to|I\s+(?:still\s+)?(?:need|have)\s+to|I\s+plan\s+to|I\s+promise\s+to|I\s+want\s+to|I\s+should)\s+(?:(?:also|then|just|definitely|certainly|gladly)\s+){0,2}(\p{Ll}[\p{L}-]*)/iu;
const MINE =
  /(?:^|[\s,;:])(?:I(?:['’]ve)?\s+(?:volunteer|agreed|committed|offered|promised)(?:ed)?\s+to|(?:that|this|it)(?:['’]s|\s+is)\s+on\s+me\s+to|leave\s+it\s+to\s+me\s+to|action\s+(?:is\s+)?on\s+me\s+to)\s+(\p{Ll}[\p{L}-]*)/iu;

function firstPerson({ sentence, speaker }: Said): Commitment | null {
  const mine = MINE.exec(sentence);
  const will = mine ?? WILL.exec(sentence);
  const found = will ?? OFFER.exec(sentence);
  if (
    !found ||
    isTalk(found[1]!) ||
    (/^(?:be|not|never|have|do)$/i.test(found[1]!) &&
      !/^(?:have|do)\s+\S+\s+\S+/i.test(sentence.slice(found.index + found[0].length - found[1]!.length)))
  )
    return null;
  const from = found.index + found[0].length - found[1]!.length;
  // "Release notes, I'll have them by Friday": what comes before says what is meant.
  const before = sentence.slice(0, found.index).trim().split(/\s+/).filter(Boolean).length;
  const text =
    before >= 2 && before <= 12 && /\b(?:it|that|this|them|those)\b/.test(sentence.slice(from, from + 30))
      ? sentence
      : sentence.slice(from);
  const weight = will ? (isVerb(found[1]!) ? 3 : 2) : isVerb(found[1]!) ? 1.6 : 0.8;
  return { person: speaker, text, weight };
}

/** "Dana will …", "@dana to …", "Dana agreed to …", also after a comma or "and". */
function named({ sentence, people }: Said): Commitment | null {
  for (const clause of clauses(sentence)) {
    const owned = ownerAtHead(clause, people);
    if (!owned || owned.by === "label" || owned.by === "end") continue;
    const verb = openingVerb(owned.rest) !== null;
    if (!owned.known && !verb) continue;
    const base = { to: 3, will: 3, agreed: 3.2, should: 1.8, handle: 2.5, present: 1 }[owned.by];
    return {
      person: owned.names[0]!,
      text: clauseText(owned.rest, owned.names.slice(1)),
      weight: base - (owned.known ? 0 : 1) - (verb ? 0 : 1),
    };
  }
  return null;
}

const clauseText = (rest: string, others: string[]) =>
  others.length ? `${rest.replace(/[.\s]+$/, "")} (with ${others.join(", ")})` : rest;

function clauses(sentence: string): string[] {
  const cuts = [
    ...sentence.matchAll(
      /(?:[,;:]\s+(?:and\s+|so\s+|then\s+|but\s+)?|\s+[-–—]\s+|\s+(?:and|so|then)\s+)(?=[@\p{Lu}])/gu,
    ),
  ].slice(0, 6);
  return [sentence, ...cuts.map((c) => sentence.slice(c.index + c[0].length))];
}

const HAVE =
  /\b(?:let['’]s\s+(?:have|get|ask)|(?:we(?:['’]ll)?\s+(?:will\s+)?(?:have|ask|get))|(?:I(?:['’]d|\s+would)\s+like)|action\s+(?:item\s+)?(?:is\s+)?(?:on|for)|assigned\s+to|over\s+to)\s+(?=[@\p{Lu}])/iu;

/** "Let's have Kim check it", "action on Kim to check it". */
function assigned({ sentence, people }: Said): Commitment | null {
  const found = HAVE.exec(sentence);
  if (!found) return null;
  const head = leadingNames(sentence.slice(found.index + found[0].length), people);
  const rest = head?.rest.replace(/^\s+(?:to\s+)?/, "") ?? "";
  return head && openingVerb(rest)
    ? { person: head.names[0]!, text: rest, weight: head.known ? 3.2 : 2.4 }
    : null;
}

const TOGETHER =
  /(?:^|[\s,;:(–—-])(?:we(?:['’]ll|\s+will|['’]re\s+going\s+to|\s+are\s+going\s+to)|let['’]?s|let\s+us)\s+(?:(?:also|then|just|all)\s+){0,2}(\p{Ll}[\p{L}-]*)/iu;
const NEED =
  /(?:^|[\s,;:(–—-])(?:we\s+(?:(?:really|still|also|probably)\s+)?(?:need|have|ought)\s+to|we\s+(?:(?:probably|really|also)\s+)?(?:should|must)(?:\s+(?:probably|really|also|definitely))?|(?:the\s+)?next\s+steps?\s+(?:is|are|would\s+be)\s+to|(?:the\s+)?plan\s+is\s+to|it\s+would\s+be\s+(?:good|great|useful|nice|helpful)\s+(?:to|if\s+(?:we|someone)\s+could)|remember\s+to|don['’]t\s+forget\s+to|make\s+sure\s+(?:to|we|you)|please)\s+(?:(?:also|then|just)\s+){0,2}(\p{Ll}[\p{L}-]*)/iu;
const SOMEONE =
  /(?:^|[\s,;:(–—-])(?:someone|somebody|anyone|the\s+team|everyone|everybody|all|each\s+\p{Ll}+)\s+(?:needs?\s+to|has\s+to|have\s+to|should|must|will|to)\s+(\p{Ll}[\p{L}-]*)/iu;

function together({ sentence, noted }: Said): Commitment | null {
  for (const [pattern, weight] of [
    [SOMEONE, 2],
    [NEED, 1.2],
    [TOGETHER, 1.2],
  ] as const) {
    const found = pattern.exec(sentence);
    if (!found || isTalk(found[1]!) || !isVerb(found[1]!)) continue;
    const text = sentence.slice(found.index + found[0].length - found[1]!.length);
    return { person: "", text, weight: weight + (noted ? 0.3 : 0) };
  }
  return null;
}

const PASSIVE = /\b(?:needs?|has|have|must|ought|is|are)\s+(?:to\s+)?be\s+(\p{Ll}+(?:ed|en|t|ne|de|ut))\b/u;

function passive({ sentence, noted }: Said): Commitment | null {
  const found = PASSIVE.exec(sentence);
  return found && sentence.length < 240 ? { person: "", text: sentence, weight: noted ? 1.2 : 0.8 } : null;
}

/** "Add the calls to the announcement": an order, where the whole sentence is one. */
function order({ sentence, speaker, noted }: Said): Commitment | null {
  const verb = openingVerb(sentence);
  if (!verb || !noted || sentence.split(/\s+/).length < 3) return null;
  return { person: speaker, text: sentence, weight: 1.5 };
}

const ASK =
  /(?:^|[\s,])(?:(?:can|could|would|will)\s+you|would\s+you\s+mind)\s+(?:please\s+)?(?:also\s+)?(\p{Ll}[\p{L}-]*)([^?]*)\?/iu;
const ASK_NAMED = /(?:^|[\s,])(?:can|could|will)\s+(?=[@\p{Lu}])/u;

/** "Dana, can you run it by Friday?", "Can you run it, Dana?", "Can Dana run it?" */
function request({ sentence, people }: Said): Commitment | null {
  const found = ASK.exec(sentence);
  if (found && isVerb(found[1]!) && !isTalk(found[1]!)) {
    const text = found[1]! + found[2]!;
    const head = leadingNames(sentence.slice(0, found.index), people);
    const tail = /,\s*([@\p{Lu}][\p{L} '’-]{1,40})$/u.exec(text.trim());
    const last = tail && leadingNames(tail[1]!, people);
    const person = head?.names[0] ?? (last?.known ? last.names[0]! : "");
    return person
      ? { person, text: last?.known ? text.slice(0, text.lastIndexOf(",")) : text, weight: 2 }
      : null;
  }
  const named = ASK_NAMED.exec(sentence);
  const head = named && leadingNames(sentence.slice(named.index + named[0].length), people);
  const rest = head?.rest.trim().replace(/\?$/, "") ?? "";
  return head?.known && openingVerb(rest) ? { person: head.names[0]!, text: rest, weight: 2 } : null;
}

import type { RosterPerson } from "#lib/grounding/statement";
import { BODIES, OFFICES } from "#lib/rules/offices";

/**
 * Who the notes know by name: attendees, the roster, whoever speaks (lower case, first names and handles too); and the
 * words they also write small, which are hardly names where they stand large.
 */
export type People = {
  known: ReadonlySet<string>;
  common: ReadonlySet<string>;
  /** Full names, first names and handles of the company's own people, as far as a roster names them. */
  insiders: ReadonlySet<string>;
};

/** Collects the names, first names and handles that a source may mean. */
export function knownPeople(
  text: string,
  attendees: string[],
  roster: RosterPerson[],
  speakers: Iterable<string>,
): People {
  const insiders = new Set<string>();
  for (const person of roster)
    for (const name of [person.name, ...person.aliases, ...person.handles]) addName(insiders, name);
  const known = new Set(insiders);
  for (const name of attendees) addName(known, name);
  for (const name of speakers) addName(known, name);
  for (const handle of text.matchAll(/(?<![\p{L}\p{N}.])@([\w-]{2,40})/gu))
    known.add(handle[1]!.toLowerCase());
  const common = new Set(text.match(/(?<![\p{L}\p{N}@])\p{Ll}[\p{L}-]*/gu));
  for (const name of actingIn(text)) if (!common.has(name.toLowerCase())) addName(known, name);
  return { known, insiders, common };
}

function addName(known: Set<string>, name: string): void {
  const parts = name.toLowerCase().match(/[\p{L}\p{N}_'’.-]+/gu) ?? [];
  if (parts.length === 0 || parts.length > 6) return;
  known.add(parts.join(" "));
  for (const part of parts.slice(0, 3)) if (part.length > 1 && !NOBODY.has(part)) known.add(part);
}

const ACTING =
  /(?<![\p{L}\p{N}@#])(?:(?:Mr|Mrs|Ms|Dr|Prof|Cllr|Herr|Frau)\.?\s+(\p{Lu}[\p{Ll}'’-]+)|(\p{Lu}\p{Ll}[\p{L}'’-]{1,24})\s+(?:said|says|asked|asks|agreed|agrees|volunteer(?:s|ed)|offer(?:s|ed)|propose[sd]|suggest(?:s|ed)|report(?:s|ed)|mention(?:s|ed)|present(?:s|ed)|thinks|thought|explain(?:s|ed)|promise[sd]|second(?:s|ed)|walked|pointed|thanked|hopes\s+to|is\s+(?:going\s+to|looking|writing|working|checking|preparing|away|ill|on\s+it|in\s+charge)|has\s+(?:reported|talked|asked|offered|agreed|volunteered)|takes\s+(?:care|the\s+lead|over|notes|this|that|it)|(?:will|to)\s+(?:ask|call|check|contact|draft|e?mail|file|finish|fix|follow|get|investigate|look|open|ping|post|prepare|provide|reach|report|review|schedule|send|set|share|speak|talk|update|write)))\b/gu;

/** The names of whom a text has say, promise or do something, as only people do. */
function* actingIn(text: string): Generator<string> {
  for (const [, titled, bare] of text.matchAll(ACTING)) {
    const name = titled ?? bare!;
    if (!NOBODY.has(name.toLowerCase()) && !ROLE.test(name)) yield name;
  }
}

/** What may act as people do, and is none of them. */
const ROLE = new RegExp(`^(?:${BODIES}|${OFFICES})$`, "iu");

/** Names at the head of a text, and what stands after them. */
export type LeadingNames = { names: string[]; rest: string; known: boolean };

const TOKEN = /^(?:@[\w][\w./-]*|[\p{L}][\p{L}\p{N}_'’-]*\.?(?=[^\p{L}\p{N}]|$))/u;
const JOINT = /^(?:\s*[,;&/+]+\s*(?:and\s+|&\s*)?|\s+(?:and|&|\+\+?|or|und)\s+|\s+(?=@))/u;

/** Reads "Dana", "@dana", "Dana Weiss", "Dana, Bo and Kavya" off the head of a text; null where it opens with no name. */
export function leadingNames(text: string, people: People): LeadingNames | null {
  const names: string[] = [];
  let rest = text.replace(/^(?:\*\*|__|\[(?=[^\]]{1,60}\]))/, "");
  let known = false;
  for (let i = 0; i < 6; i++) {
    const name = nameAt(rest, people);
    if (!name) break;
    names.push(name.name);
    known ||= name.known;
    rest = rest.slice(name.length);
    const joint = JOINT.exec(rest);
    if (!joint || !nameAt(rest.slice(joint[0].length), people)) break;
    rest = rest.slice(joint[0].length);
  }
  if (names.length === 0) return null;
  return { names, rest: rest.replace(/^(?:\*\*|__|\](?:\([^()\s]{0,300}\))?)/, ""), known };
}

function nameAt(text: string, people: People): { name: string; length: number; known: boolean } | null {
  let length = 0;
  let known = false;
  let count = 0;
  while (count < 3) {
    const gap = count ? /^ /.exec(text.slice(length))?.[0].length : 0;
    if (gap === undefined) break;
    const after = text.slice(length + gap);
    const token = TOKEN.exec(after)?.[0].replace(
      / going\b/.test(after.slice(0, 60)) ? /['’](?:ll|s)$/u : /['’]ll$/u,
      "",
    );
    if (!token) break;
    const word = token.replace(/['’]s$/, "");
    if (word !== token || !mayBeName(word, people, count)) break;
    known ||= word.startsWith("@") || people.known.has(word.toLowerCase());
    length += gap + token.length;
    count++;
    if (token.startsWith("@")) break;
  }
  return count ? { name: text.slice(0, length), length, known } : null;
}

function mayBeName(word: string, people: People, place: number): boolean {
  if (word.startsWith("@")) return place === 0;
  const lower = word.toLowerCase();
  if (people.known.has(lower)) return true;
  if (NOBODY.has(lower)) return false;
  if (/^\p{L}{2,}ing$/u.test(lower)) return false;
  return /^\p{Lu}/u.test(word) && !/\d/.test(word);
}

/** Whether a capitalised word is hardly a name: the notes also write it small, or it ends as no name does. */
export function isCommonWord(name: string, people: People): boolean {
  if (/^\p{Ll}/u.test(name) || name.includes(" ")) return false;
  return /(?:ing|ed|ly|tion)$/.test(name) || people.common.has(name.toLowerCase());
}

/** Whether a short text is a name by its look: known, a handle, or capitalised words that are never written small. */
export function looksLikeName(text: string, people: People): boolean {
  const found = leadingNames(text, people);
  if (found === null || !/^[\s)\]]*$/.test(found.rest) || found.names.length !== 1) return false;
  return found.known || !isCommonWord(found.names[0]!, people);
}

/** Capitalised words that are nobody's name. */
const NOBODY = new Set(
  (
    "i we you he she it they this that these those there here what who whom whose which when where why how the a an our my your his her its their " +
    "one some any all every each both no none nobody somebody someone anyone everyone everybody anybody people folks others team everything nothing " +
    "if so and but or as at in on to for from with by of yes no ok okay maybe also then now next first second third last after before until since while " +
    "because although though however please thanks thank not just only still already let lets let's monday tuesday wednesday thursday friday saturday " +
    "sunday january february march april may june july august september october november december today tomorrow yesterday tbd tbc n/a na done " +
    "mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec eod eow eom eoq asap " +
    "remember offer offers welcome hello hi optional open pending high medium low note notes action actions decision decisions question questions todo status update updates question " +
    "agreement consensus commitment permission ability attempt desire effort opportunity motion vote remember still remaining left waiting blocked close using based given assuming regarding per via need needs want wants just link links suggestion suggestions important intention rather good great nice happy glad sorry hope sure easy hard " +
    "difficult plan plans goal goals aim purpose proposal proposals request reason way ways time option options ready due agenda item topic draft " +
    "example reminder feedback discussion overall generally finally currently possibly probably potentially pr prs pull issue issues ticket api ui " +
    "is are was were be been do does did has have had can could will would should shall may might must more most other another such same"
  ).split(" "),
);

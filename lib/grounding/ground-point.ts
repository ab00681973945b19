import { type DueContext, resolveDueIn } from "#lib/grounding/due";
import { foldText, foldWords } from "#lib/grounding/fold";
import { groundDetails, NO_DETAILS } from "#lib/grounding/ground-details";
import {
  groundWords,
  type Place,
  placeOf,
  quoteOf,
  type RawWords,
  type Said,
} from "#lib/grounding/ground-words";
import { type MatchedPerson, matchPerson, namesOf, personBasis } from "#lib/grounding/people";
import { findWords } from "#lib/grounding/quote";
import { isNamed, type SourceIndex } from "#lib/grounding/source-index";
import type { RosterPerson, SourcePart, Statement } from "#lib/grounding/statement";
import { tidyLine } from "#lib/grounding/statement-text";
import type { Section } from "#lib/workflows/define";

/** A point as it came from a writer, of which nothing is taken for granted. */
export type RawPoint = RawWords & {
  person: string;
  due: string;
  to?: string;
  because?: RawWords[];
  instead?: RawWords[];
};

/** A point with its place in the sources, before it has an id. `place` orders it; evidence is null where untraced. */
export type GroundedPoint = {
  statement: Omit<Statement, "id">;
  evidence: Place | null;
  /** Where its details stand. */
  beside: Place[];
  /** The part of a long source it was found in. */
  part?: SourcePart | undefined;
  place: { source: number; start: number };
};

/** Checks one point against the sources; null where it says nothing. */
export function groundPoint(
  raw: RawPoint,
  section: Section,
  sources: SourceIndex[],
  roster: RosterPerson[],
): GroundedPoint | null {
  const words = groundWords(raw, sources, section.free);
  if (!words) return null;
  const { found, said, ...known } = words;
  const who = section.person ? whoIsMeant(raw.person, section, said, sources, roster) : NOT_ASKED;
  const { workingDays } = roster.find(({ id }) => id === who.person?.id) ?? {};
  const when =
    section.due && found && said
      ? whenIsMeant(raw.due, said, { heldOn: found.index.source.heldOn, workingDays })
      : { due: null, unsaid: false };
  // Reasons for what nobody can find are no help.
  const { details, places } = found ? groundDetails(raw, sources) : NO_DETAILS;
  const unsaid = found && (who.unsaid || when.unsaid) && !known.flags.includes("unsaid");
  return {
    statement: {
      section: section.key,
      ...known,
      flags: unsaid ? [...known.flags, "unsaid"] : known.flags,
      person: who.person,
      due: when.due,
      ...(section.to && { to: toWhom(raw.to ?? "", said, sources) }),
      ...(details.length > 0 && { details }),
    },
    evidence: found && placeOf(found),
    beside: places,
    part: raw.part,
    place: found ? { source: found.number, start: found.quote.start } : { source: sources.length, start: 0 },
  };
}

type Who = { person: Statement["person"]; unsaid: boolean };
const NOT_ASKED: Who = { person: null, unsaid: false };

/**
 * The person of a statement. One whom no source and no list of attendees names is nobody, and unsaid. Whoever wrote the
 * quote is stated as its writer, whatever it says.
 */
function whoIsMeant(
  name: string,
  section: Section,
  said: Said | null,
  sources: SourceIndex[],
  roster: RosterPerson[],
): Who {
  const written = tidyLine(name.slice(0, 200));
  const spoken = /^(?:I|me|myself)$/i.test(written) ? (said?.speaker ?? "") : written;
  const attendees = [...new Set(sources.flatMap(({ source }) => source.attendees))];
  const match = matchPerson(spoken, roster, attendees);
  if (!match) return NOT_ASKED;
  const names = namesOf(match, roster);
  const speaker = said?.speaker ? matchPerson(said.speaker, roster, attendees) : null;
  const isSpeaker = speaker !== null && samePerson(speaker, match);
  const isWriter = section.person === "writer" && isSpeaker;
  if (isWriter || (said && personBasis(names, quoteOf(said), isSpeaker) === "stated"))
    return { person: { ...match, basis: "stated" }, unsaid: false };
  const known = isSpeaker || isNamed(names, sources) || attendees.some((a) => isAmong(a, names));
  return known ? { person: { ...match, basis: "inferred" }, unsaid: false } : { person: null, unsaid: true };
}

function samePerson(a: MatchedPerson, b: MatchedPerson): boolean {
  return a.id !== null || b.id !== null ? a.id === b.id : foldWords(a.name) === foldWords(b.name);
}

function isAmong(attendee: string, names: string[]): boolean {
  return names.some(
    (name) => foldWords(name) !== "" && ` ${foldWords(attendee)} `.includes(` ${foldWords(name)} `),
  );
}

/**
 * When a statement is due: stated where its quote has the writer's words for it, inferred where only the sentence
 * around the quote has; else it says nothing about it, and those words are unsaid.
 */
function whenIsMeant(
  due: string,
  said: Said,
  context: DueContext,
): { due: Statement["due"]; unsaid: boolean } {
  const words = tidyLine(due.slice(0, 200));
  if (!/[\p{L}\p{N}]/u.test(words)) return { due: null, unsaid: false };
  const inQuote = findWords(foldText(quoteOf(said)), words);
  const found = inQuote
    ? { start: inQuote.start + said.quoted.start, end: inQuote.end + said.quoted.start }
    : findWords(foldText(said.words), words);
  if (!found) return { due: null, unsaid: true };
  const resolved = resolveDueIn(said.words, found, context);
  return { due: { ...resolved, basis: inQuote ? "stated" : "inferred" }, unsaid: false };
}

/** Whom a promise was made to, as a source names them. Whom none names is nobody: an address is never made up. */
function toWhom(name: string, said: Said | null, sources: SourceIndex[]): Statement["to"] {
  const written = tidyLine(name.slice(0, 120));
  if (!/[\p{L}\p{N}]/u.test(written)) return null;
  if (said && findWords(foldText(said.words), written)) return { name: written, basis: "stated" };
  return isNamed([written], sources) ? { name: written, basis: "inferred" } : null;
}

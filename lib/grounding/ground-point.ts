import { type DueContext, resolveDueIn } from "#lib/grounding/due";
import { figuresIn } from "#lib/grounding/figures";
import { findFlags } from "#lib/grounding/flags";
import { foldText, foldWords } from "#lib/grounding/fold";
import { type MatchedPerson, matchPerson, namesOf, personBasis } from "#lib/grounding/people";
import { findWords, type LocatedQuote, locateQuote } from "#lib/grounding/quote";
import type { Span } from "#lib/grounding/sentences";
import { type SourceIndex, sentenceAround, speakerAt } from "#lib/grounding/source-index";
import type { Evidence, RosterPerson, Statement } from "#lib/grounding/statement";
import { tidyLine, tidyStatement, traceOf } from "#lib/grounding/statement-text";
import type { Section } from "#lib/workflows/define";

/** A point as it came from a writer, of which nothing is taken for granted. */
export type RawPoint = { text: string; quote: string; person: string; due: string; at: number | undefined };

/** A point with its place in the sources, before it has an id. `place` orders it; evidence is null where untraced. */
export type GroundedPoint = {
  statement: Omit<Statement, "id">;
  evidence: Omit<Evidence, "statementId"> | null;
  place: { source: number; start: number };
};

/** Checks one point against the sources; null where it says nothing. */
export function groundPoint(
  raw: RawPoint,
  section: Section,
  sources: SourceIndex[],
  roster: RosterPerson[],
): GroundedPoint | null {
  const text = tidyStatement(raw.text);
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  const found = locate(raw, sources);
  const base = { section: section.key, text };
  if (!found) {
    const person = section.person ? whoIsMeant(raw.person, null, sources, roster) : null;
    return {
      statement: { ...base, kept: false, trace: "untraced", person, due: null, flags: [] },
      evidence: null,
      place: { source: sources.length, start: 0 },
    };
  }
  const { index, quote, sentence } = found;
  const words = index.source.text.slice(sentence.start, sentence.end);
  const at = found.number === 0 ? raw.at : undefined;
  const flags = findFlags({ text: index.source.text, quote, sentence, statement: text, at });
  if (hasStrangeFigure(text, sources)) flags.push("figure");
  const quoted = { start: quote.start - sentence.start, end: quote.end - sentence.start };
  const said = { words, quoted, speaker: speakerAt(index, quote.start) };
  const person = section.person ? whoIsMeant(raw.person, said, sources, roster) : null;
  const { workingDays } = roster.find(({ id }) => id === person?.id) ?? {};
  return {
    statement: {
      ...base,
      kept: !DECLINES.some((flag) => flags.includes(flag)),
      trace: traceOf(text, `${said.speaker ?? ""} ${words}`),
      person,
      due: section.due ? whenIsMeant(raw.due, said, { heldOn: index.source.heldOn, workingDays }) : null,
      flags,
    },
    evidence: {
      sourceId: index.source.id,
      version: index.source.version,
      start: quote.start,
      end: quote.end,
      sentenceStart: sentence.start,
      sentenceEnd: sentence.end,
    },
    place: { source: found.number, start: quote.start },
  };
}

/** What is never accepted by default. */
const DECLINES = ["instruction", "negated", "figure"] as const;

/** Whether a statement has a figure that stands in no source: a sum or a date that a writer made up. */
function hasStrangeFigure(text: string, sources: SourceIndex[]): boolean {
  return [...figuresIn(text)].some((figure) => !sources.some(({ figures }) => figures.has(figure)));
}

type Found = { index: SourceIndex; number: number; quote: LocatedQuote; sentence: Span };

function locate(raw: RawPoint, sources: SourceIndex[]): Found | null {
  for (const [number, index] of sources.entries()) {
    const quote = locateQuote(index.folded, raw.quote, number === 0 ? raw.at : undefined);
    if (quote) return { index, number, quote, sentence: sentenceAround(index, quote.start, quote.end) };
  }
  return null;
}

/** The sentence a quote stands in, where in it the quote stands, and who says it. */
type Said = { words: string; quoted: Span; speaker: string | null };

/** The person of a statement. One whom no source and no list of attendees names is nobody. */
function whoIsMeant(
  name: string,
  said: Said | null,
  sources: SourceIndex[],
  roster: RosterPerson[],
): Statement["person"] {
  const written = tidyLine(name.slice(0, 200));
  const spoken = /^(?:I|me|myself)$/i.test(written) ? (said?.speaker ?? "") : written;
  const attendees = [...new Set(sources.flatMap(({ source }) => source.attendees))];
  const match = matchPerson(spoken, roster, attendees);
  if (!match) return null;
  const names = namesOf(match, roster);
  const speaker = said?.speaker ? matchPerson(said.speaker, roster, attendees) : null;
  const isSpeaker = speaker !== null && samePerson(speaker, match);
  if (said && personBasis(names, quoteOf(said), isSpeaker) === "stated") return { ...match, basis: "stated" };
  const known = isSpeaker || isNamed(names, sources) || attendees.some((a) => isAmong(a, names));
  return known ? { ...match, basis: "inferred" } : null;
}

function samePerson(a: MatchedPerson, b: MatchedPerson): boolean {
  return a.id !== null || b.id !== null ? a.id === b.id : foldWords(a.name) === foldWords(b.name);
}

function isNamed(names: string[], sources: SourceIndex[]): boolean {
  return sources.some(({ words }) =>
    names.some((name) => foldWords(name) !== "" && words.includes(` ${foldWords(name)} `)),
  );
}

function isAmong(attendee: string, names: string[]): boolean {
  return names.some(
    (name) => foldWords(name) !== "" && ` ${foldWords(attendee)} `.includes(` ${foldWords(name)} `),
  );
}

function quoteOf({ words, quoted }: Said): string {
  return words.slice(quoted.start, quoted.end);
}

/**
 * When a statement is due: stated where its quote has the writer's words for it, inferred where only the sentence
 * around the quote has; else it says nothing about it.
 */
function whenIsMeant(due: string, said: Said, context: DueContext): Statement["due"] {
  const words = tidyLine(due.slice(0, 200));
  if (!/[\p{L}\p{N}]/u.test(words)) return null;
  const inQuote = findWords(foldText(quoteOf(said)), words);
  const found = inQuote
    ? { start: inQuote.start + said.quoted.start, end: inQuote.end + said.quoted.start }
    : findWords(foldText(said.words), words);
  if (!found) return null;
  return { ...resolveDueIn(said.words, found, context), basis: inQuote ? "stated" : "inferred" };
}

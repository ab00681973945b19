import { addressesIn } from "#lib/grounding/addresses";
import { figuresIn, figuresOfSource } from "#lib/grounding/figures";
import { findFlags } from "#lib/grounding/flags";
import { readsLikeInstruction } from "#lib/grounding/instruction";
import { type LocatedQuote, locateQuote } from "#lib/grounding/quote";
import { type Span, sentencesIn } from "#lib/grounding/sentences";
import { type SourceIndex, sentenceAround, speakerAt } from "#lib/grounding/source-index";
import type { Evidence, Flag, SourcePart, Statement } from "#lib/grounding/statement";
import { isUnsaid, tidyStatement, traceOf } from "#lib/grounding/statement-text";

/** An assertion and its quote as they came from a writer, of which nothing is taken for granted. */
export type RawWords = {
  text: string;
  quote: string;
  at: number | undefined;
  part?: SourcePart | undefined;
};

/** Where something stands, before what stands there has an id. */
export type Place = Omit<Evidence, "statementId">;

export type Found = { index: SourceIndex; number: number; quote: LocatedQuote; sentence: Span };

/** The sentence a quote stands in, where in it the quote stands, and who says it. */
export type Said = { words: string; quoted: Span; speaker: string | null };

/** What is known of an assertion from its words alone; `found` and `said` are null where its quote is nowhere. */
export type GroundedWords = Pick<Statement, "text" | "kept" | "trace" | "flags"> & {
  found: Found | null;
  said: Said | null;
};

/** What is never accepted by default. */
const DECLINES: readonly Flag[] = ["instruction", "negated", "figure", "address"];

/**
 * Looks an assertion up in the sources: null where it says nothing. What can't be found there is not kept; where
 * sentences are `free`, one that gives no quote is.
 */
export function groundWords(raw: RawWords, sources: SourceIndex[], free = false): GroundedWords | null {
  const text = tidyStatement(raw.text);
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  const found = locate(raw, sources);
  if (!found && free && !raw.quote.trim()) {
    const flags: Flag[] = hasStrangeAddress(text, sources) ? ["address"] : [];
    const kept = flags.length === 0 && !readsLikeInstruction(text);
    return { text, kept, trace: "free", flags, found: null, said: null };
  }
  if (!found) {
    const flags: Flag[] = hasStrangeAddress(text, sources) ? ["address"] : [];
    return { text, kept: false, trace: "untraced", flags, found: null, said: null };
  }
  const { index, quote, sentence } = found;
  const words = index.source.text.slice(sentence.start, sentence.end);
  const at = found.number === 0 ? raw.at : undefined;
  const flags = findFlags({ text: index.source.text, quote, sentence, statement: text, at });
  if (hasStrangeFigure(text, sources)) flags.push("figure");
  else if (hasUnsaidFigure(text, words)) flags.push("unsaid");
  if (hasStrangeAddress(text, sources)) flags.push("address");
  const strays = isFarFrom(text, index, sentence);
  if (strays && !flags.includes("unsaid")) flags.push("unsaid");
  const quoted = { start: quote.start - sentence.start, end: quote.end - sentence.start };
  const said = { words, quoted, speaker: speakerAt(index, quote.start) ?? index.source.speaker ?? null };
  // Its figures are weighed by themselves where it is sent as it stands.
  const declines = free ? DECLINES.filter((flag) => flag !== "figure") : DECLINES;
  const kept = !strays && !declines.some((flag) => flags.includes(flag));
  return { text, kept, trace: traceOf(text, `${said.speaker ?? ""} ${words}`), flags, found, said };
}

/** How far before and after a sentence its "it" and its "yes" may be explained. */
const BEFORE = 600;
const AFTER = 200;

/**
 * Whether hardly a word of a statement stands near the sentence that is given for it: a true quote beside words that
 * nobody said proves nothing. What reads like an instruction is not taken for something said.
 */
function isFarFrom(text: string, { source, sentences }: SourceIndex, { start, end }: Span): boolean {
  if (!isUnsaid(text, source.text.slice(start, end))) return false;
  const near = sentencesIn(sentences, start - BEFORE, end + AFTER)
    .map((span) => source.text.slice(span.start, span.end))
    .filter((sentence) => !readsLikeInstruction(sentence));
  return isUnsaid(text, `${near.join(" ")} ${source.text.slice(start, end)}`);
}

/** Where a quote stands, and the sentence around it; null where it is in no source. */
export function locate(
  { quote: words, at, part }: Pick<RawWords, "quote" | "at" | "part">,
  sources: SourceIndex[],
): Found | null {
  for (const [number, index] of sources.entries()) {
    if (part && part.source !== number) continue;
    const quote = locateQuote(index.folded, words, number === 0 ? at : undefined, part);
    if (quote) return { index, number, quote, sentence: sentenceAround(index, quote.start, quote.end) };
  }
  return null;
}

/** The offsets that are stored of what was found. */
export function placeOf({ index, quote, sentence }: Found): Place {
  return {
    sourceId: index.source.id,
    version: index.source.version,
    start: quote.start,
    end: quote.end,
    sentenceStart: sentence.start,
    sentenceEnd: sentence.end,
  };
}

/** The quote as the source has it. */
export function quoteOf({ words, quoted }: Said): string {
  return words.slice(quoted.start, quoted.end);
}

/** Whether a statement has a figure that stands in no source: a sum or a date that a writer made up. */
function hasStrangeFigure(text: string, sources: SourceIndex[]): boolean {
  return [...figuresIn(text)].some((figure) => !sources.some(({ figures }) => figures.has(figure)));
}

/** Whether it has one that a source has, and its own sentence has not. */
function hasUnsaidFigure(text: string, words: string): boolean {
  const said = figuresOfSource(words, "");
  return [...figuresIn(text)].some((figure) => !said.has(figure));
}

function hasStrangeAddress(text: string, sources: SourceIndex[]): boolean {
  return [...addressesIn(text)].some((address) => !sources.some(({ addresses }) => addresses.has(address)));
}

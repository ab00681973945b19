import type { Day } from "#lib/format/dates";
import { findAddresses } from "#lib/grounding/addresses";
import { daysSaid } from "#lib/grounding/days-said";
import { foldWords } from "#lib/grounding/fold";
import { readsLikeInstruction } from "#lib/grounding/instruction";
import { type FoundNumber, findNumbers, type NumberKind } from "#lib/grounding/numbers";
import { findPledges } from "#lib/grounding/pledges";
import type { Span } from "#lib/grounding/sentences";
import type { SourceIndex } from "#lib/grounding/source-index";
import type { Unsourced } from "#lib/grounding/statement";
import { isSaid } from "#lib/grounding/statement-text";

/** What the sources of a draft say that a sentence may repeat. */
export type SaidInSources = {
  numbers: Readonly<Record<NumberKind, ReadonlySet<number>>>;
  days: ReadonlySet<Day>;
  /** All words, folded, with a space at either end. */
  words: string;
  sentences: string[];
};

/** Reads from sources what may be repeated, each with the day it was said on. What reads like an instruction vouches for nothing. */
export function readSaid(sources: SourceIndex[]): SaidInSources {
  const numbers = {
    price: new Set<number>(),
    percent: new Set<number>(),
    time: new Set<number>(),
    plain: new Set<number>(),
  };
  const days = new Set<Day>();
  const sentences: string[] = [];
  for (const { source, sentences: spans } of sources) {
    days.add(source.heldOn);
    const own = spans.map(({ start, end }) => source.text.slice(start, end));
    for (const sentence of [source.title, ...own.filter((said) => !readsLikeInstruction(said))]) {
      sentences.push(sentence);
      for (const { kind, values } of findNumbers(sentence))
        for (const value of values) numbers[kind].add(value);
      for (const { days: said } of daysSaid(sentence, source.heldOn)) for (const day of said) days.add(day);
    }
  }
  return { numbers, days, sentences, words: ` ${sentences.map(foldWords).join(" ")} ` };
}

/**
 * The words of a sentence that no source has: days, figures and prices, and what it promises; and every address and link,
 * as whoever can write into a source could have planted one. A day is the same however it is written; words such as
 * "Thursday" mean one as of `today`. In order, none within another.
 */
export function findUnsourced(text: string, said: SaidInSources, today: Day): (Span & Unsourced)[] {
  const addresses = findAddresses(text);
  const days = outside(daysSaid(text, today), addresses);
  const numbers = outside(findNumbers(text), [...addresses, ...days]);
  const found = [
    ...addresses.map(as("address", text)),
    ...days.filter((day) => !isSaidDay(text, day, said)).map(as("day", text)),
    ...numbers
      .filter((number) => !isSaidNumber(number, said, today))
      .map((number) => as(number.kind === "price" ? "price" : "figure", text)(number)),
    ...findPledges(text)
      .filter(
        ({ start, end }) => !said.sentences.some((sentence) => isSaid(text.slice(start, end), sentence)),
      )
      .map(as("promise", text)),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((span, n) => !found.slice(0, n).some(({ end }) => end >= span.end));
}

const as =
  (kind: Unsourced["kind"], text: string) =>
  ({ start, end }: Span) => ({ kind, words: text.slice(start, end), start, end });

function outside<S extends Span>(spans: S[], taken: Span[]): S[] {
  return spans.filter(({ start, end }) => !taken.some((other) => start < other.end && other.start < end));
}

function isSaidDay(text: string, { start, end, days }: Span & { days: Day[] }, said: SaidInSources): boolean {
  if (days.length > 0) return days.some((day) => said.days.has(day));
  return said.words.includes(` ${foldWords(text.slice(start, end))} `);
}

/** A number that is no price is said where it stands, whatever it counts; "one" is hardly ever a number. */
function isSaidNumber({ kind, values }: FoundNumber, { numbers }: SaidInSources, today: Day): boolean {
  if (kind === "plain" && (values.includes(1) || values.includes(Number(today.slice(0, 4))))) return true;
  if (values.some((value) => numbers[kind].has(value))) return true;
  switch (kind) {
    case "plain":
      return values.some((value) => numbers.price.has(value) || numbers.percent.has(value));
    case "price":
      // Notes say "145 per tablet" and leave out what everybody knows.
      return values.some((value) => value >= SURELY_MONEY && numbers.plain.has(value));
    case "time":
      return values.some((value) => value % 60 === 0 && numbers.plain.has(value / 60));
    case "percent":
      return false;
  }
}

const SURELY_MONEY = 100;

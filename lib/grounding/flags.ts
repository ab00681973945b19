import { readsLikeInstruction } from "#lib/grounding/instruction";
import { isNegated } from "#lib/grounding/negation";
import type { LocatedQuote } from "#lib/grounding/quote";
import type { Span } from "#lib/grounding/sentences";
import type { Flag } from "#lib/grounding/statement";

/** A quote in its source, with the sentence around it and the statement that rests on it. */
export type QuoteInSource = {
  text: string;
  quote: LocatedQuote;
  sentence: Span;
  statement: string;
  at?: number | undefined;
};

/** What a reviewer should look at in a quoted statement, in a fixed order. */
export function findFlags({ text, quote, sentence, statement, at }: QuoteInSource): Flag[] {
  const words = text.slice(sentence.start, sentence.end);
  const start = Math.max(quote.start - sentence.start, 0);
  const end = quote.end - sentence.start;
  const flags: Flag[] = [];
  if (isNegated(words, start, end, statement)) flags.push("negated");
  if (isClipped(words, start, end)) flags.push("clipped");
  if (readsLikeInstruction(words) || readsLikeInstruction(withoutHead(words))) flags.push("instruction");
  if (quote.occurrences > 1 && at === undefined) flags.push("ambiguous");
  return flags;
}

/** What was said, where a quote has the time, the speaker or the bullet of its line before it. */
function withoutHead(words: string): string {
  return words.replace(
    /^[^\p{L}\p{N}[<]{0,8}(?:\[[^\]\n]{1,40}\]\s{0,4})?(?:<[^<>\n]{1,80}>\s{0,4}|[\p{L}\p{N} ._'’-]{1,40}:\s{1,4})?/u,
    "",
  );
}

// Words that change what the rest of a sentence means.
const HINGE =
  /(?<![\p{L}'’])(?:not|no|never|nobody|none|nor|if|unless|until|only|except|maybe|might|perhaps|probably|depend(?:s|ing)|instead|rather|whether|assuming|provided|\p{L}+n['’]t)(?!\p{L})/iu;
const TRIVIAL = new Set(
  "a an the and or so ok okay um uh er yeah yes yep well then also just now right like you know i mean that to of in on for with is are be as at it this we he she they please action decision todo agreed note ai q a re".split(
    " ",
  ),
);
const MANY_WORDS = 4;

/** Whether a quote leaves out more of its sentence than trivial words; offsets are into the sentence. */
export function isClipped(sentence: string, start: number, end: number): boolean {
  const rest = `${sentence.slice(0, start)} | ${sentence.slice(end)}`;
  if (HINGE.test(rest)) return true;
  const words = rest.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  return words.filter((word) => !TRIVIAL.has(word)).length >= MANY_WORDS;
}

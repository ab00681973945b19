import { addressesIn } from "#lib/grounding/addresses";
import { figuresOfSource } from "#lib/grounding/figures";
import { type FoldedText, foldText, foldWords } from "#lib/grounding/fold";
import { type Span, sentenceAt, splitSentences } from "#lib/grounding/sentences";
import type { SourceText } from "#lib/grounding/statement";
import { parseLines, type SourceLine } from "#lib/parsers/turns";

/** A source as grounding looks things up in it; each part is worked out once. */
export type SourceIndex = {
  source: SourceText;
  folded: FoldedText;
  /** The words of the whole text, folded, with a space at either end. */
  words: string;
  /** Its figures, as `figuresOfSource` writes them. */
  figures: ReadonlySet<string>;
  /** Where it says that something can be sent or opened, as `addressesIn` writes it. */
  addresses: ReadonlySet<string>;
  lines: SourceLine[];
  sentences: Span[];
};

/** Prepares a source for the many look-ups of a draft. */
export function indexSource(source: SourceText): SourceIndex {
  const lines = parseLines(source.text);
  return {
    source,
    folded: foldText(source.text),
    words: ` ${foldWords(source.text)} `,
    figures: figuresOfSource(source.text, source.heldOn),
    addresses: addressesIn(source.text),
    lines,
    sentences: splitSentences(source.text, lines),
  };
}

/** The sentence or sentences around a stretch, never less than the stretch itself. */
export function sentenceAround({ sentences }: SourceIndex, start: number, end: number): Span {
  const found = sentenceAt(sentences, start, end) ?? { start, end };
  return { start: Math.min(found.start, start), end: Math.max(found.end, end) };
}

/** Who says what stands at an offset, as far as the text tells. */
export function speakerAt({ lines }: SourceIndex, offset: number): string | null {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return lines[low]?.speaker ?? null;
}

/** Whether one of the sources has one of the names as whole words. */
export function isNamed(names: string[], sources: SourceIndex[]): boolean {
  return sources.some(({ words }) =>
    names.some((name) => foldWords(name) !== "" && words.includes(` ${foldWords(name)} `)),
  );
}

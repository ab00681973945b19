import { parseLines, type SourceLine } from "#lib/parsers/turns";

/** A stretch of a text in UTF-16 units, `end` exclusive. */
export type Span = { start: number; end: number };

/** Splits a text into sentences; a sentence never runs over the end of a line. */
export function splitSentences(text: string, lines: SourceLine[] = parseLines(text)): Span[] {
  const spans: Span[] = [];
  for (const line of lines) {
    let start = line.textStart;
    const said = text.slice(line.textStart, line.end);
    for (const stop of said.matchAll(/[.!?](?=\s)/g)) {
      const end = line.textStart + stop.index + 1;
      spans.push({ start, end });
      start = end + 1;
    }
    if (start < line.end && text.slice(start, line.end).trim()) spans.push({ start, end: line.end });
  }
  return spans;
}

/** The sentences that a stretch touches, as one span; null where it touches none. `sentences` is in order. */
export function sentenceAt(sentences: Span[], start: number, end: number): Span | null {
  const touched = sentences.filter((sentence) => sentence.start < end && sentence.end > start);
  return touched.length ? { start: touched[0]!.start, end: touched.at(-1)!.end } : null;
}

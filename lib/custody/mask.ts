/** Stands for each character taken out, so that every offset after it still counts right. */
const BLOCK = "█";

export type Span = { start: number; end: number };

/**
 * Where the words stand in a text, whatever their capitals, line breaks and kinds of quotation marks: what was written
 * from a source differs from it in those. Offsets are UTF-16 units, end exclusive.
 */
export function placesOf(words: string, text: string): Span[] {
  return [...text.matchAll(patternOf(words))].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** Whether they stand in it at all. */
export function holds(text: string | null | undefined, words: string): boolean {
  return patternOf(words).test(text ?? "");
}

/** The text with the words blacked out wherever they stand. As long as before, with its line breaks. */
export function mask(text: string, words: string): string {
  return text.replace(patternOf(words), (found) => found.replace(/[^\n]/g, BLOCK));
}

/** The same for what may be absent. */
export function maskOr<T extends string | null>(text: T, words: string): T {
  return (text === null ? null : mask(text, words)) as T;
}

function patternOf(words: string): RegExp {
  const literally = words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const loosely = literally
    .replace(/\s+/g, "\\s+")
    .replace(/['‘’]/g, "['‘’]")
    .replace(/["“”„]/g, '["“”„]');
  return new RegExp(loosely, "giu");
}

/** Whether two spans share a character. */
export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Stands for each character taken out, so that every offset after it still counts right. */
const BLOCK = "█";

export type Span = { start: number; end: number };

/** Where the words stand in a text, exactly as written. Offsets are UTF-16 units, end exclusive. */
export function placesOf(words: string, text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
    spans.push({ start: at, end: at + words.length });
  }
  return spans;
}

/** The text with the words blacked out wherever they stand. As long as before, with its line breaks. */
export function mask(text: string, words: string): string {
  return text.replaceAll(words, words.replace(/[^\n]/g, BLOCK));
}

/** The same for what may be absent. */
export function maskOr<T extends string | null>(text: T, words: string): T {
  return (text === null ? null : mask(text, words)) as T;
}

/** Whether two spans share a character. */
export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** A quote is a sentence, not a page: longer ones count for nothing. */
const LONGEST_QUOTE = 60;

/** Whether words stand in a folded text, and are no more than a quote may have. */
export function isQuoteIn(folded: string, quote: string): boolean {
  const wanted = fold(quote);
  return wanted !== "" && wordCount(wanted) <= LONGEST_QUOTE && folded.includes(wanted);
}

/** A text as it is compared: small letters, straight quotation marks, single spaces. */
export function fold(text: string): string {
  const straight = text.normalize("NFKC").toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
  return straight.replace(/\s+/g, " ").trim();
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** A share rounded to three digits; null where there was nothing to count. */
export function share(part: number, whole: number): number | null {
  return whole ? Number((part / whole).toFixed(3)) : null;
}

/** From one on. */
export const SMALL_NUMBERS = [
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** A count in words up to twelve, in figures up to 99; what was counted up to 100 is "more than 99". */
export function inWords(count: number): string {
  if (count > 99) return "more than 99";
  return count === 0 ? "no" : (SMALL_NUMBERS[count - 1] ?? String(count));
}

/** The same words as they begin a sentence. */
export function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}

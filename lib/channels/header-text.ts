/** What a header holds is on one line, whatever it was: a line break in a name would begin a header of its own. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

/** A name and an address as a header has them. */
export function named({ name, address }: { name: string; address: string }) {
  return { name: onOneLine(name), address: onOneLine(address) };
}

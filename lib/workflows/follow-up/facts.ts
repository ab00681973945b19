/** What the lead's facts say, by the word before the colon, lower-cased; the first of each counts. */
export function readFacts(text: string): ReadonlyMap<string, string> {
  const facts = new Map<string, string>();
  for (const line of text.split("\n")) {
    const [, key, value] = /^([\p{L} ]{2,30}):\s*(.{1,300})/u.exec(line) ?? [];
    if (key && value?.trim() && !facts.has(key.toLowerCase())) facts.set(key.toLowerCase(), value.trim());
  }
  return facts;
}

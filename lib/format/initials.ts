/** Up to two initials of a name, first and last word: "Ada Lindqvist" gives "AL", "Bo" gives "B", no name "?". */
export function initialsOf(name: string): string {
  const words = name.match(/\p{L}[\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return ends.map((word) => Array.from(word)[0]!.toUpperCase()).join("") || "?";
}

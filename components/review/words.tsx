/** "1 action", "3 actions": nouns of sections all take an s. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** "Dana", "Dana and Bo", "Dana, Bo and Emeka". */
export function listOf(words: string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** The first word of a name: how people speak of each other on the desk. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] || name;
}

/** The longest end of a word that a number keeps on its line; of a longer word the rest may break. */
const LONGEST_END = 20;

/** Where the last word begins, to which a number is tied; in a very long one, where its end does. */
export function lastWordAt(text: string): number {
  return Math.max(text.trimEnd().lastIndexOf(" ") + 1, text.trimEnd().length - LONGEST_END);
}

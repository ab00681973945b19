import type { Statement } from "#lib/grounding/statement";

/**
 * As quick as most adults read: 175 to 300 words of English non-fiction a minute, silently, says Brysbaert, “How many
 * words do we read per minute?”, Journal of Memory and Language 109 (2019), 104047. The upper end, so that nobody is
 * told they were too quick for reading well.
 */
export const WORDS_PER_MINUTE = 300;

/** After so many approvals in a row that nobody can have read, the next one asks first. */
export const UNREAD_IN_A_ROW = 5;

/** So much is taken in at a glance, by anybody who sees that there is a draft at all. */
const GLANCE_WORDS = 12;
const GLANCE_MS = 400;

/** How long a page was looked at and used before a decision, and the statements whose evidence was shown long enough. */
export type MeasuredReading = { activeMs: number; shown: string[] };

type Readable = Pick<Statement, "id" | "text" | "kept" | "person">;

/** What would be approved without a look at its evidence, and of how many statements. */
export type Unlooked = { texts: string[]; of: number };

/** Milliseconds that reading so many words takes. */
export function readingMs(words: number): number {
  return (words / WORDS_PER_MINUTE) * 60_000;
}

/** The words that an approval says yes to: of what is kept, with its owners. */
export function countWords(statements: Omit<Readable, "id">[]): number {
  const kept = statements.filter((statement) => statement.kept);
  return kept.reduce((sum, { text, person }) => sum + wordsIn(text) + wordsIn(person?.name ?? ""), 0);
}

/** What is kept and whose evidence was not shown long enough. */
export function unlookedOf<S extends Pick<Statement, "id" | "kept">>(statements: S[], shown: string[]): S[] {
  const seen = new Set(shown);
  return statements.filter(({ id, kept }) => kept && !seen.has(id));
}

/** What an approval of these drafts, each with its reading, says yes to without a look at its evidence. */
export function unlooked(
  drafts: Pick<Statement, "id" | "text" | "kept">[][],
  readings: MeasuredReading[],
): Unlooked {
  const open = drafts.flatMap((statements, at) => unlookedOf(statements, readings[at]?.shown ?? []));
  return { texts: open.map(({ text }) => text), of: drafts.flat().filter(({ kept }) => kept).length };
}

/** The share of what is kept whose evidence was shown long enough, from 0 to 1; null where nothing is kept. */
export function shareShown(statements: Pick<Statement, "id" | "kept">[], shown: string[]): number | null {
  const kept = statements.filter((statement) => statement.kept);
  return kept.length === 0 ? null : 1 - unlookedOf(kept, shown).length / kept.length;
}

/** Whether it was approved in less time than reading takes of what nobody saw beside its evidence. */
export function isUnread({ activeMs, shown }: MeasuredReading, statements: Readable[]): boolean {
  const words = countWords(unlookedOf(statements, shown));
  return words > 0 && activeMs < Math.max(GLANCE_MS, readingMs(words - GLANCE_WORDS));
}

/** What was measured on one page for several texts, for one of them: time goes by words. */
export function shareOf(activeMs: number, words: number, ofWords: number): number {
  return ofWords === 0 ? 0 : Math.round((activeMs * words) / ofWords);
}

/** How many unread approvals in a row there are after some more. */
export function streakAfter(streak: number, unread: boolean[]): number {
  return unread.reduce((count, one) => (one ? count + 1 : 0), streak);
}

/** Whether to ask before these approvals: one of them would follow too many unread ones in a row. */
export function asksBefore(streak: number, unread: boolean[]): boolean {
  return unread.some((one, at) => one && streakAfter(streak, unread.slice(0, at)) >= UNREAD_IN_A_ROW);
}

// By meaning where words are not divided by spaces.
const WORDS = new Intl.Segmenter(undefined, { granularity: "word" });

/** How many words a text has. */
export function wordsIn(text: string): number {
  return [...WORDS.segment(text)].filter(({ isWordLike }) => isWordLike).length;
}

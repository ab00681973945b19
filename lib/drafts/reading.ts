import type { Statement } from "#lib/grounding/statement";

/**
 * As quick as most adults read: 175 to 300 words of English non-fiction a minute, silently, says Brysbaert, “How many
 * words do we read per minute?”, Journal of Memory and Language 109 (2019), 104047. The upper end, so that nobody is
 * told they were too quick for reading well.
 */
export const WORDS_PER_MINUTE = 300;

/** After so many approvals in a row that nobody can have read, the next one asks first. */
export const UNREAD_IN_A_ROW = 5;

/** How long a page was looked at and used before a decision, and whether the evidence was looked at. */
export type MeasuredReading = { activeMs: number; evidenceSeen: boolean };

/** Milliseconds that reading so many words takes. */
export function readingMs(words: number): number {
  return (words / WORDS_PER_MINUTE) * 60_000;
}

/** The words that an approval says yes to: of what is kept, with its owners. */
export function countWords(statements: Pick<Statement, "text" | "kept" | "person">[]): number {
  const kept = statements.filter((statement) => statement.kept);
  return kept.reduce((sum, { text, person }) => sum + wordsIn(text) + wordsIn(person?.name ?? ""), 0);
}

/** Whether so many words were approved in less time than reading takes, with no look at the evidence. */
export function isUnread({ activeMs, evidenceSeen }: MeasuredReading, words: number): boolean {
  return !evidenceSeen && activeMs < readingMs(words);
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

function wordsIn(text: string): number {
  return [...WORDS.segment(text)].filter(({ isWordLike }) => isWordLike).length;
}

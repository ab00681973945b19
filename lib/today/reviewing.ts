import type { ReviewFigures } from "#lib/drafts/review-figures";

/**
 * How everybody reviewed, as sentences: how long a review took, and how many approvals were quicker than reading takes.
 * Null where nothing was measured.
 */
export function reviewingSentence({ approvals, unread, medianMs }: ReviewFigures): string | null {
  if (medianMs === null) return null;
  const median = `Half of the reviews in the last seven days took less than ${inWords(medianMs)}.`;
  return approvals === 0 ? median : `${median} ${quickSentence(approvals, unread)}`;
}

function quickSentence(approvals: number, unread: number): string {
  const of = approvals === 1 ? "The one approval" : `Of ${approvals} approvals`;
  if (unread === 0)
    return approvals === 1
      ? "The one approval took as long as reading does."
      : `None of ${approvals} approvals was quicker than reading takes.`;
  if (approvals === 1) return `${of} was quicker than reading takes, with evidence not looked at.`;
  const were = unread === 1 ? "1 was" : `${unread} were`;
  return `${of} ${were} quicker than reading takes, with evidence not looked at.`;
}

/** "45 s", "3 min": a median needs no more. */
function inWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

import { isUnread, type MeasuredReading, shareShown } from "#lib/drafts/reading";
import type { Statement } from "#lib/grounding/statement";

/** Of a review: its time, the share of statements whose evidence was shown, and whether both are too little. */
export type KeptReading = { activeMs: number; evidenceShown: number | null; unread: boolean };

/**
 * What is kept of the reading a page measured: never more time than the draft has existed. A rejection reads nothing in
 * full, so only an approval, which names its statements, can be unread. Undefined where nobody measured.
 */
export function measured(
  at: Date,
  draft: { createdAt: Date },
  reading: MeasuredReading | undefined,
  approved: Statement[] = [],
): KeptReading | undefined {
  if (!reading) return undefined;
  const most = Math.max(0, at.getTime() - draft.createdAt.getTime());
  const possible = { ...reading, activeMs: Math.min(reading.activeMs, most) };
  return {
    activeMs: possible.activeMs,
    evidenceShown: shareShown(approved, possible.shown),
    unread: isUnread(possible, approved),
  };
}

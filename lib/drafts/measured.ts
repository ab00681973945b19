import { countWords, isUnread, type MeasuredReading } from "#lib/drafts/reading";
import type { Statement } from "#lib/grounding/statement";

/**
 * What is kept of the reading a page measured: never more time than the draft has existed. A rejection reads nothing in
 * full, so only an approval, which names its statements, can be unread. Undefined where nobody measured.
 */
export function measured(
  at: Date,
  draft: { createdAt: Date },
  reading: MeasuredReading | undefined,
  approved: Statement[] = [],
): (MeasuredReading & { unread: boolean }) | undefined {
  if (!reading) return undefined;
  const most = Math.max(0, at.getTime() - draft.createdAt.getTime());
  const possible = { ...reading, activeMs: Math.min(reading.activeMs, most) };
  return { ...possible, unread: isUnread(possible, countWords(approved)) };
}

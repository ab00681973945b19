/**
 * How far somebody has heard of events: of every number up to `newest`, but for `missing`. Events are numbered before
 * they are committed, so a smaller number may come after a larger one.
 */
export type LiveCursor = { newest: number; missing: number[] };

/** More than this many, and the oldest are given up. */
export const MOST_MISSING = 200;
const WRITTEN = /^\d{1,15}(?:-\d{1,15}){0,200}$/;

/** A cursor as addresses and headers carry it: "1234", or "1234-1230-1231" where two are missing. */
export function writeCursor({ newest, missing }: LiveCursor): string {
  return [newest, ...missing].join("-");
}

/** What `writeCursor` wrote, or null. */
export function readCursor(text: string | null): LiveCursor | null {
  if (!text || !WRITTEN.test(text)) return null;
  const [newest = 0, ...missing] = text.split("-").map(Number);
  return { newest, missing };
}

/** Whether an event is news to who has heard that far. */
export function isNews({ newest, missing }: LiveCursor, seq: number): boolean {
  return seq > newest || missing.includes(seq);
}

/** The cursor of who now has heard of these numbers too. */
export function advance(cursor: LiveCursor, seqs: number[]): LiveCursor {
  const newest = Math.max(cursor.newest, ...seqs);
  const skipped = range(Math.max(cursor.newest, newest - MOST_MISSING - 1) + 1, newest);
  const heard = new Set(seqs);
  const missing = [...cursor.missing, ...skipped].filter((seq) => !heard.has(seq));
  return { newest, missing: missing.slice(-MOST_MISSING) };
}

/** The whole numbers from `from` up to and without `to`. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The strip in pixels, between the middles of its outermost dots. */
export const STRIP_WIDTH = 184;
const LEAST_MS = 15 * MINUTE_MS;
const MOST_MS = 4 * DAY_MS;

/** Beyond it a draft waits too long. */
export const LATE_MS = 2 * DAY_MS;

/** What is written below strips. */
export const AGE_TICKS = [
  { label: "1 h", at: placeOfAge(HOUR_MS) },
  { label: "6 h", at: placeOfAge(6 * HOUR_MS) },
  { label: "1 d", at: placeOfAge(DAY_MS) },
  { label: "4 d", at: placeOfAge(MOST_MS) },
];

/** Where an age of so many milliseconds stands on a logarithmic axis; what lies beyond an end stands at it. */
export function placeOfAge(ms: number): number {
  const held = Math.min(Math.max(ms, LEAST_MS), MOST_MS);
  return round((Math.log(held / LEAST_MS) / Math.log(MOST_MS / LEAST_MS)) * STRIP_WIDTH);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

import type { Urgency } from "#lib/attention/view";
import { formatAge } from "#lib/format/dates";

export const DAY_MS = 86_400_000;

/** How long something has waited, in whole days from one day on. Takes milliseconds. */
export function shortAge(ms: number): string {
  return formatAge(ms > DAY_MS ? Math.floor(ms / DAY_MS) * DAY_MS : ms);
}

/** How pressing something is after so many days; it becomes `soon` and `late` above those. */
export function urgencyOf(days: number, { soon, late }: { soon: number; late: number }): Urgency {
  if (days > late) return "late";
  return days > soon ? "soon" : "calm";
}

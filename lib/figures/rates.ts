import type { Decided } from "#lib/figures/decided";
import type { Day } from "#lib/format/dates";

/** Of one week's decisions how many were approvals, and approvals of what nobody changed, in per cent; null in a week without any. */
export type WeekRates = { week: Day; decided: number; approved: number | null; unedited: number | null };

/** The rates of each of some weeks, over all workflows. */
export function ratesOf(decided: Decided[], weeks: Day[]): WeekRates[] {
  return weeks.map((week) => {
    const rows = decided.filter((row) => row.week === week);
    const approved = sum(rows, "approved");
    const all = approved + sum(rows, "rejected");
    return {
      week,
      decided: all,
      approved: percent(approved, all),
      unedited: percent(sum(rows, "unedited"), all),
    };
  });
}

/** All rows together, of one number. */
export function sum(rows: Decided[], key: "approved" | "unedited" | "rejected"): number {
  return rows.reduce((total, row) => total + row[key], 0);
}

function percent(part: number, all: number): number | null {
  return all === 0 ? null : (100 * part) / all;
}

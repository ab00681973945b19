import type { Decided } from "#lib/figures/decided";

/**
 * Hours saved, in milliseconds. `gross` is what the approved drafts took by hand; `reading` what reviews took; and
 * `corrections` what approvals took by hand that were taken back. `net` is what is left, and may be negative.
 */
export type Hours = {
  net: number;
  low: number;
  high: number;
  gross: number;
  reading: number;
  corrections: number;
  approved: number;
  timed: number;
  /** Decisions nobody measured, which are taken to have lasted as long as the median of their workflow. */
  untimed: number;
  /** Workflows that are left out: nobody said how long their work took by hand. */
  unknown: string[];
};

const MINUTE_MS = 60_000;

/**
 * Net hours saved by what was decided, given the minutes that one draft's work took by hand per workflow. The range is
 * what it would be had every review taken as long as the lower or the upper quartile of those measured.
 */
export function netHours(decided: Decided[], minutesOf: Map<string, number>): Hours {
  const hours: Hours = {
    net: 0,
    low: 0,
    high: 0,
    gross: 0,
    reading: 0,
    corrections: 0,
    approved: 0,
    timed: 0,
    untimed: 0,
    unknown: [],
  };
  for (const row of decided) {
    const minutes = minutesOf.get(row.workflow);
    if (minutes === undefined) {
      if (row.approved > 0 && !hours.unknown.includes(row.workflow)) hours.unknown.push(row.workflow);
      continue;
    }
    add(hours, row, minutes * MINUTE_MS);
  }
  hours.low = Math.min(hours.low, hours.net);
  hours.high = Math.max(hours.high, hours.net);
  return hours;
}

function add(hours: Hours, row: Decided, byHand: number): void {
  const decisions = row.approved + row.rejected;
  const untimed = decisions - row.timed;
  const reading = row.activeMs + untimed * (row.medianMs ?? 0);
  const kept = (row.approved - row.takenBack) * byHand;
  hours.gross += row.approved * byHand;
  hours.corrections += row.takenBack * byHand;
  hours.reading += reading;
  hours.net += kept - reading;
  hours.low += kept - decisions * (row.upperMs ?? 0);
  hours.high += kept - decisions * (row.lowerMs ?? 0);
  hours.approved += row.approved;
  hours.timed += row.timed;
  hours.untimed += untimed;
}

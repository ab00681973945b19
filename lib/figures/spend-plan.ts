import { addDays, type Day } from "#lib/format/dates";

type Spent = {
  workflow: string;
  label: string;
  /** Micro-dollars that are known to have been spent. */
  micros: number;
  /** Calls of which nobody knows the price. */
  unknown: number;
  budgetMicros: number | null;
  approved: number;
  /** Runs that wait for the budget. */
  held: number;
};

/** What a workflow has cost in a month, against what it may. */
export type Budgeted = Spent & {
  /** How much of the budget is used, 1 for all of it; null where there is none. */
  share: number | null;
  /** Micro-dollars for each approved draft; null where none was approved or a price is unknown. */
  eachMicros: number | null;
  /** The day of this month on which the budget will be used up if it goes on like this, or null. */
  reachesOn: Day | null;
};

/** Works out how a month goes on. `elapsed` is how much of it is over, from 0 to 1. */
export function plan({
  month,
  elapsed,
  ...spent
}: Spent & { month: { from: Day; to: Day }; elapsed: number }): Budgeted {
  const { micros, unknown, budgetMicros, approved } = spent;
  return {
    ...spent,
    share: budgetMicros === null ? null : budgetMicros === 0 ? (micros > 0 ? 1 : 0) : micros / budgetMicros,
    eachMicros: approved === 0 || unknown > 0 ? null : micros / approved,
    reachesOn: reachedOn(micros, budgetMicros, month, elapsed),
  };
}

/** By rule of three: what was spent so far goes on at the same pace. Null where the month ends first, or is over. */
function reachedOn(
  micros: number,
  budgetMicros: number | null,
  { from, to }: { from: Day; to: Day },
  elapsed: number,
): Day | null {
  if (budgetMicros === null || micros === 0 || elapsed >= 1 || micros >= budgetMicros) return null;
  const days = Number(to.slice(8));
  const day = addDays(from, Math.floor(((elapsed * budgetMicros) / micros) * days));
  return day <= to ? day : null;
}

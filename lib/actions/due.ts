import { addDays, type Day, mondayOf } from "#lib/format/dates";

/** Where an open action stands in time, in the order lists show it. */
export const DUE_GROUPS = ["overdue", "today", "this_week", "later", "undated"] as const;
export type DueGroup = (typeof DUE_GROUPS)[number];

/** The group of a due day. `today` is the reader's. */
export function dueGroup(dueOn: Day | null, today: Day): DueGroup {
  if (dueOn === null) return "undated";
  if (dueOn < today) return "overdue";
  if (dueOn === today) return "today";
  return dueOn <= endOfWeek(today) ? "this_week" : "later";
}

/** The Sunday that ends the week; on a Sunday the next one, for who looks then looks at the week ahead. */
export function endOfWeek(day: Day): Day {
  return addDays(mondayOf(addDays(day, 1)), 6);
}

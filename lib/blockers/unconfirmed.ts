import { addDays, type Day } from "#lib/format/dates";

/** For how many days what nobody confirmed waits after it was said last. */
export const UNCONFIRMED_DAYS = 7;

/** What is said of one that was put aside. */
export const PUT_ASIDE = "Nobody confirmed it, and it was not said again for a week.";

/** The last day on which what was found in an update waits for somebody to confirm it. */
export function waitsUntil({ lastOn }: { lastOn: Day }): Day {
  return addDays(lastOn, UNCONFIRMED_DAYS);
}

/** How lists are narrowed down by consent. `expiring` is valid, and ends within 30 days. */
export const STANDING_FILTERS = ["valid", "expiring", "expired", "none", "suppressed"] as const;
export type StandingFilter = (typeof STANDING_FILTERS)[number];

import type { DraftState } from "#drizzle/schema/drafts";

/** Where a draft may go from each state. Only `pending` may be edited, and any may be deleted with its source. */
export const DRAFT_TRANSITIONS = {
  pending: ["approved", "rejected"],
  approved: ["pending"],
  rejected: ["pending"],
  deleted: [],
} as const satisfies Record<DraftState, readonly DraftState[]>;

import type { QuestionState } from "#drizzle/schema/records";

/** Where a question may go from each state. */
export const QUESTION_TRANSITIONS = {
  open: ["answered"],
  answered: [],
} as const satisfies Record<QuestionState, readonly QuestionState[]>;

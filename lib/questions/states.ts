import type { QuestionState } from "#drizzle/schema/records";
import type { Transitions } from "#lib/events/transitions";

/** Where a question may go from each state. */
export const QUESTION_TRANSITIONS: Transitions<QuestionState> = {
  open: ["answered"],
  answered: [],
};

import type { ActionState } from "#drizzle/schema/records";
import type { Transitions } from "#lib/events/transitions";

/** Where an action item may go from each state. Only an open one changes its owner or its day. */
export const ACTION_TRANSITIONS: Transitions<ActionState> = {
  open: ["done", "cancelled"],
  done: ["open"],
  cancelled: ["open"],
};

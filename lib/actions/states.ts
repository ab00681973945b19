import type { ActionState } from "#drizzle/schema/records";

/** Where an action item may go from each state. */
export const ACTION_TRANSITIONS = {
  open: ["done", "cancelled"],
  done: ["open"],
  cancelled: ["open"],
} as const satisfies Record<ActionState, readonly ActionState[]>;

import type { RunState } from "#drizzle/schema/runs";
import type { Transitions } from "#lib/events/transitions";

/** Where a run may go from each state. Whoever changes a run names the state it must be in. */
export const RUN_TRANSITIONS: Transitions<RunState> = {
  queued: ["writing", "cancelled"],
  writing: ["checking", "queued", "failed", "held", "cancelled"],
  checking: ["done", "queued", "failed", "cancelled"],
  done: [],
  failed: ["queued"],
  held: ["queued", "cancelled"],
  cancelled: ["queued"],
};

import type { CadenceState } from "#drizzle/schema/cadences";
import type { Transitions } from "#lib/events/transitions";

/** Where a cadence may go. One that has ended is only begun anew, by a person. */
export const CADENCE_TRANSITIONS: Transitions<CadenceState> = {
  going: ["paused", "stopped", "done"],
  paused: ["going", "stopped"],
  stopped: ["going"],
  done: ["going", "stopped"],
};

import type { BlockerState } from "#drizzle/schema/blockers";
import type { Transitions } from "#lib/events/transitions";

/** What still keeps somebody from going on, as far as anybody has said. */
export const LIVE_STATES = ["proposed", "open", "owned"] as const satisfies BlockerState[];

/**
 * Where a blocker may go from each state. Taking an owner confirms a proposed one; without one it is open again.
 * What nobody confirmed in time is dismissed by itself, and proposed anew when it is said again.
 */
export const BLOCKER_TRANSITIONS: Transitions<BlockerState> = {
  proposed: ["open", "owned", "resolved", "accepted", "dismissed"],
  open: ["owned", "resolved", "accepted", "dismissed"],
  owned: ["owned", "open", "resolved", "accepted", "dismissed"],
  resolved: ["open", "owned"],
  accepted: ["open", "owned"],
  dismissed: ["proposed", "open", "owned"],
};

/** What somebody has ended: resolved, decided to live with, or said to be none. */
export const ENDED_STATES = ["resolved", "accepted", "dismissed"] as const satisfies BlockerState[];

/** What states are called on screens and in what leaves. */
export const STATE_WORDS: Record<BlockerState, string> = {
  proposed: "proposed",
  open: "open",
  owned: "owned",
  resolved: "resolved",
  accepted: "lived with",
  dismissed: "no blocker",
};

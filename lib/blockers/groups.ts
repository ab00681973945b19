/** The groups of what is in the way, the most urgent first. */
export const BLOCKER_GROUPS = ["asked", "unowned", "proposed", "owned"] as const;
export type BlockerGroup = (typeof BLOCKER_GROUPS)[number];

/** What tells how urgent a blocker is. */
export type Urgent = { state: string; escalatedAt: unknown };

/** The group of a blocker that lives: one that was said so often that an owner is asked for, until it has one. */
export function blockerGroup({ state, escalatedAt }: Urgent): BlockerGroup {
  if (state === "owned") return "owned";
  if (escalatedAt !== null) return "asked";
  return state === "open" ? "unowned" : "proposed";
}

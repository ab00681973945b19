import type { RunState } from "#drizzle/schema/runs";

/** Where a run may go from each state. Whoever changes a run names the state it must be in. */
export const RUN_TRANSITIONS = {
  queued: ["writing", "cancelled"],
  writing: ["checking", "queued", "failed", "held", "cancelled"],
  checking: ["done", "queued", "failed", "cancelled"],
  done: [],
  failed: ["queued"],
  held: ["queued", "cancelled"],
  cancelled: ["queued"],
} as const satisfies Record<RunState, readonly RunState[]>;

/** States from which a run goes on by itself. */
export const ACTIVE: RunState[] = ["queued", "writing", "checking"];

/** The states a run can be in to go to `next`. */
export function statesBefore(next: RunState): RunState[] {
  return (Object.keys(RUN_TRANSITIONS) as RunState[]).filter((state) =>
    (RUN_TRANSITIONS[state] as readonly RunState[]).includes(next),
  );
}

import type { DeliveryState } from "#drizzle/schema/deliveries";

/** Where a delivery may go from each state. `unknown` and `failed` wait for a person; `sent` is the end. */
export const DELIVERY_TRANSITIONS = {
  scheduled: ["sending", "cancelled"],
  sending: ["sent", "scheduled", "failed", "unknown", "returned"],
  sent: [],
  failed: ["scheduled", "cancelled"],
  unknown: ["sent", "scheduled", "cancelled"],
  returned: ["cancelled"],
  cancelled: [],
} as const satisfies Record<DeliveryState, readonly DeliveryState[]>;

/** The states a delivery can be in to go to `next`. */
export function statesBefore(next: DeliveryState): DeliveryState[] {
  return (Object.keys(DELIVERY_TRANSITIONS) as DeliveryState[]).filter((state) =>
    (DELIVERY_TRANSITIONS[state] as readonly DeliveryState[]).includes(next),
  );
}

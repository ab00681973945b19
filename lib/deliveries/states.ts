import type { DeliveryState } from "#drizzle/schema/deliveries";
import type { Transitions } from "#lib/events/transitions";

/**
 * Where a delivery may go from each state. `unknown`, `failed` and `returned` wait for a person; `sent` is the end. What
 * was only scheduled becomes `unknown` where a backup is restored that is older than what became of it.
 */
export const DELIVERY_TRANSITIONS: Transitions<DeliveryState> = {
  scheduled: ["sending", "unknown", "cancelled"],
  sending: ["sent", "scheduled", "failed", "unknown", "returned"],
  sent: [],
  failed: ["scheduled", "cancelled"],
  unknown: ["sent", "scheduled", "cancelled"],
  returned: ["cancelled"],
  cancelled: [],
};

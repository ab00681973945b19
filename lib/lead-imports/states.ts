import type { ImportState } from "#drizzle/schema/leads";
import type { Transitions } from "#lib/events/transitions";

/** Where an import may go from each state. Until it is done nothing of it is a lead; from then on nothing of it is taken back. */
export const IMPORT_TRANSITIONS: Transitions<ImportState> = {
  reading: ["mapping", "failed", "discarded"],
  mapping: ["importing", "reading", "discarded"],
  importing: ["done", "failed", "discarded"],
  done: [],
  failed: [],
  discarded: [],
};

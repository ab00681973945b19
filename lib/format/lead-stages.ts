import type { LeadStage } from "#drizzle/schema/leads";

/** What the columns of the pipeline are called. */
export const STAGE_NAMES: Record<LeadStage, string> = {
  new: "New",
  contacted: "Contacted",
  connected: "Connected",
  qualified: "Qualified",
  proposal: "Proposal",
  won: "Won",
  lost: "Lost",
};

/** The same in their order, from the first to the last. */
export const STAGE_ORDER = Object.keys(STAGE_NAMES) as LeadStage[];

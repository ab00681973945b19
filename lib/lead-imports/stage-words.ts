import { CLOSED_STAGES, LEAD_STAGES, type LeadStage } from "#drizzle/schema/leads";
import { foldColumn } from "#lib/lead-imports/fields";

/**
 * The stage that words of other programs stand for: HubSpot's lifecycle stages and lead statuses, Salesforce's lead
 * statuses (older and newer defaults), and the stages Pipedrive begins with. A lead that Salesforce converted became a
 * deal and is not yet won; whoever said "bad timing" has answered and may be asked again.
 */
const WORDS: Record<LeadStage, string> = {
  new: "new, open, raw, subscriber, lead, marketing qualified lead, mql, open - not contacted, not contacted, lead in, incoming",
  contacted:
    "contacted, in progress, attempted to contact, attempting, attempted, working, working - contacted, contact made, nurturing, nurture",
  connected: "connected, bad timing, replied, responded, engaged",
  qualified:
    "qualified, sales qualified lead, sql, closed - converted, converted, demo scheduled, demo, meeting scheduled, needs defined",
  proposal:
    "proposal, opportunity, open deal, proposal made, proposal sent, negotiation, negotiations started",
  won: "won, customer, evangelist, closed won",
  lost: "lost, unqualified, disqualified, not qualified, junk, closed lost, closed - not converted",
};

const STAGES = new Map(
  LEAD_STAGES.flatMap((stage) => WORDS[stage].split(", ").map((word) => [foldColumn(word), stage] as const)),
);

/** The stage a word stands for; null where it is none that is known. */
export function readStage(word: string): LeadStage | null {
  return STAGES.get(foldColumn(word)) ?? null;
}

/** Of what two columns say the one that counts: where somebody is closed, else how far they are. */
export function laterStage(one: LeadStage | null, other: LeadStage | null): LeadStage | null {
  if (!one || !other) return one ?? other;
  const closed = [one, other].find((stage) => (CLOSED_STAGES as readonly LeadStage[]).includes(stage));
  return closed ?? (LEAD_STAGES.indexOf(one) > LEAD_STAGES.indexOf(other) ? one : other);
}

import type { ConsentBasis } from "#drizzle/schema/consents";
import type { LeadStage } from "#drizzle/schema/leads";
import { LEADS_OF_BO } from "#lib/cli/sample/leads-bo";
import { LEADS_OF_GRACE } from "#lib/cli/sample/leads-grace";

/** Something that happened with a lead so many days before the sample's last. */
type Happened = { kind: "note" | "call" | "thread"; ago: number; text: string };

export type SampleLead = {
  name: string;
  firstName: string;
  email: string;
  company: string;
  title: string;
  phone?: string;
  country: string;
  owner: "bo" | "grace";
  stage: LeadStage;
  amountCents?: number;
  origin: string;
  nextStep?: string;
  consent?: { basis: ConsentBasis; ago: number; evidence: string };
  timeline: Happened[];
  /** Whether a follow-up to them waits in the queue. */
  drafted?: true;
};

/** Whom Larkfield sells to: what the notes say is all that is known of them. */
/** Whom Larkfield sells to. */
export const LEADS: SampleLead[] = [...LEADS_OF_BO, ...LEADS_OF_GRACE];

/** Who asked not to be written to any more. */
export const STOPPED_DOMAIN = "cold-calls.example";

import type { ConsentBasis } from "#drizzle/schema/consents";
import type { LeadEntryKind, LeadStage } from "#drizzle/schema/leads";
import type { ConsentStanding } from "#lib/consent/rules";

/** Whether a lead may be written to, in short. `expiresOn` is YYYY-MM-DD, null where consent has no end. */
export type Writable =
  | { state: "valid" | "expired"; basis: ConsentBasis; expiresOn: string | null }
  | { state: "none" }
  | { state: "no_address" }
  | { state: "suppressed"; value: string };

/** A lead as lists show it. `amountCents` is in hundredths of `currency`; days are YYYY-MM-DD, instants ISO. */
export type ListedLead = {
  id: string;
  version: number;
  name: string;
  company: string | null;
  title: string | null;
  email: string | null;
  stage: LeadStage;
  ownerId: string | null;
  ownerName: string | null;
  amountCents: number | null;
  currency: string | null;
  nextStep: string | null;
  nextStepOn: string | null;
  lastActivityAt: string;
  writable: Writable;
};

/** One line of a lead's timeline. `at` is when it happened, an ISO instant. */
export type TimelineEntry = {
  id: string;
  kind: LeadEntryKind;
  at: string;
  words: string;
  by: string | null;
  deliveryId: string | null;
  /** What was written, as far as the reader may see it: at most its first 4,000 characters. */
  source: { id: string; text: string; cut: boolean } | null;
};

/** What lists say of a standing; an absent one is that of a lead without an address. */
export function writableOf(standing: ConsentStanding | undefined): Writable {
  if (!standing) return { state: "no_address" };
  if (standing.state === "none") return { state: "none" };
  if (standing.state === "suppressed") return { state: "suppressed", value: standing.value };
  const { basis, expiresOn } = standing.consent;
  return { state: standing.state, basis, expiresOn };
}

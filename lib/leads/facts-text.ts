import { formatAmount } from "#lib/format/amount";
import { formatFullDay } from "#lib/format/dates";
import { STAGE_NAMES } from "#lib/format/lead-stages";
import type { LeadRow } from "#lib/leads/find-lead";

/** The next step after a mail that left: it tells the company what to do, and nothing about the lead. */
export const AWAITS_ANSWER = "Wait for an answer";

/** What is known of a lead, a line for each fact that is known: what a follow-up may be written from. */
export function factsText(lead: LeadRow): string {
  const { amountCents, currency, nextStepOn } = lead;
  const nextStep = lead.nextStep === AWAITS_ANSWER ? null : lead.nextStep;
  const facts: [string, string | null][] = [
    ["Name", lead.name],
    ["Company", lead.company],
    ["Title", lead.title],
    ["Country", lead.country],
    ["Came from", lead.origin],
    ["Stage", STAGE_NAMES[lead.stage]],
    ["Deal", amountCents !== null && currency ? formatAmount(amountCents, currency) : null],
    ["Next step", nextStep && nextStepOn ? `${nextStep} (${formatFullDay(nextStepOn)})` : nextStep],
    ["Description", lead.description],
  ];
  return facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join("\n");
}

import { formatAmount } from "#lib/format/amount";
import { formatFullDay } from "#lib/format/dates";
import { STAGE_NAMES } from "#lib/format/lead-stages";
import type { LeadRow } from "#lib/leads/find-lead";

/** What is known of a lead, a line for each fact that is known: what a follow-up may be written from. */
export function factsText(lead: LeadRow): string {
  const { amountCents, currency, nextStep, nextStepOn } = lead;
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

import { stringify } from "csv-stringify/sync";
import { STAGE_NAMES } from "#lib/format/lead-stages";
import { guardCell } from "#lib/format/spreadsheet";
import type { ListedLead, Writable } from "#lib/leads/view";

/**
 * Leads as CSV (RFC 4180) with a head, in UTF-8 with the mark Excel knows it by. A cell that a spreadsheet would take
 * for a formula begins with an apostrophe (OWASP, CSV injection).
 */
export function leadsAsCsv(rows: ListedLead[]): string {
  return stringify(
    rows.map((lead) => ({
      Name: lead.name,
      Email: lead.email ?? "",
      Company: lead.company ?? "",
      Title: lead.title ?? "",
      Stage: STAGE_NAMES[lead.stage],
      Owner: lead.ownerName ?? "",
      Amount: lead.amountCents === null ? "" : (lead.amountCents / 100).toFixed(2),
      Currency: lead.currency ?? "",
      "May be written to": writableWords(lead.writable),
      "Consent until": "expiresOn" in lead.writable ? (lead.writable.expiresOn ?? "") : "",
      "Next step": lead.nextStep ?? "",
      "Next step on": lead.nextStepOn ?? "",
      "Last activity": lead.lastActivityAt.slice(0, 10),
      Id: lead.id,
    })),
    { header: true, columns: COLUMNS, cast: { string: guardCell }, record_delimiter: "windows", bom: true },
  );
}

const COLUMNS = [
  "Name",
  "Email",
  "Company",
  "Title",
  "Stage",
  "Owner",
  "Amount",
  "Currency",
  "May be written to",
  "Consent until",
  "Next step",
  "Next step on",
  "Last activity",
  "Id",
];

function writableWords(writable: Writable): string {
  if (writable.state === "valid") return `yes, ${writable.basis}`;
  if (writable.state === "expired") return `no, ${writable.basis} has expired`;
  if (writable.state === "suppressed") return "no, suppressed";
  return writable.state === "none" ? "no, no consent" : "no, no address";
}

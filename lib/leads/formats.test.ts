import { expect, it } from "vitest";
import { leadsAsCsv } from "#lib/leads/formats";
import type { ListedLead } from "#lib/leads/view";

const lead: ListedLead = {
  id: "led_1",
  version: 1,
  name: "Kim Okonkwo",
  company: "Hollis",
  title: null,
  email: "kim@hollis.example",
  stage: "proposal",
  ownerId: null,
  ownerName: null,
  amountCents: 1_200_050,
  currency: "CAD",
  nextStep: "Send the offer",
  nextStepOn: "2026-12-01",
  lastActivityAt: "2026-11-20T14:00:00.000Z",
  writable: { state: "valid", basis: "inquiry", expiresOn: "2027-05-01" },
};

it("has a head and a row for each lead", () => {
  expect(leadsAsCsv([lead])).toBe(
    "\uFEFFName,Email,Company,Title,Stage,Owner,Amount,Currency,May be written to,Consent until,Next step,Next step on,Last activity,Id\r\n" +
      'Kim Okonkwo,kim@hollis.example,Hollis,,Proposal,,12000.50,CAD,"yes, inquiry",2027-05-01,Send the offer,2026-12-01,2026-11-20,led_1\r\n',
  );
});

it.each(["=HYPERLINK(1)", "+1", "-1+1", "@SUM(1)", "\t=1"])(
  "lets a spreadsheet take %j for no formula",
  (name) => {
    const [, row = ""] = leadsAsCsv([{ ...lead, name, writable: { state: "none" } }]).split("\r\n");
    expect(row).toMatch(/^"?'/);
  },
);

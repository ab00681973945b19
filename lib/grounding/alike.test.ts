import { describe, expect, it } from "vitest";
import { isSameCommitment, likenessOf } from "#lib/grounding/alike";

const said = (text: string, personName: string | null = null) => ({
  text,
  personId: null,
  personName,
  ...likenessOf(text),
});

describe("the same commitment", () => {
  it.each([
    ["Renew the staging certificate", "Renew the staging certificate"],
    ["Renew the staging certificate", "renew staging certificate by Friday"],
    ["Run the two-pass merge on the Hollis set", "Run the two-pass merge on the Hollis data set"],
    ["Send the signed contract to Hollis", "Sending the signed contract over to Hollis"],
    ["Write the release notes for support", "Write release notes for the support team"],
    ["Book the room for the offsite", "Book a room for the offsite in May"],
    ["Fix login", "Fix the login"],
    ["Ship 4.3 to the pilot customers", "Ship version 4.3 to pilot customers"],
    ["Don't send the invoice before the audit", "Do not send the invoice before the audit"],
    ["Ask Legal about the data processing agreement", "Asked Legal about data processing agreement"],
  ])("%j is %j", (a, b) => {
    expect(isSameCommitment(said(a), said(b))).toBe(true);
    expect(isSameCommitment(said(b), said(a))).toBe(true);
  });

  it.each([
    ["Renew the staging certificate", "Renew the production certificate of the shop"],
    ["Ship 4.3 to the pilot customers", "Ship 4.4 to the pilot customers"],
    ["Send the invoice to Hollis", "Don't send the invoice to Hollis"],
    ["Fix login", "Fix login on the phones of the drivers"],
    ["Write the release notes for support", "Read the release notes for the board"],
    ["Call the landlord", "Call the bank"],
    ["Order 20 tablets for the depot", "Order 30 tablets for the depot"],
    ["Write a test plan for the merge", "Write down what the merge does to photos"],
    ["Check the backup", "Check the backup of the mail server and write down how long a restore takes"],
    ["", ""],
  ])("%j is not %j", (a, b) => {
    expect(isSameCommitment(said(a), said(b))).toBe(false);
    expect(isSameCommitment(said(b), said(a))).toBe(false);
  });

  it("has one owner, or none on one side", () => {
    const text = "Renew the staging certificate";
    expect(isSameCommitment(said(text, "Dana Weiss"), said(text, "Dana"))).toBe(true);
    expect(isSameCommitment(said(text, "Dana Weiss"), said(text))).toBe(true);
    expect(isSameCommitment(said(text, "Dana Weiss"), said(text, "Bo"))).toBe(false);
    const [dana, other] = [
      { ...said(text, "Dana"), personId: "u1" },
      { ...said(text, "Dana"), personId: "u2" },
    ];
    expect(isSameCommitment(dana, other)).toBe(false);
  });
});

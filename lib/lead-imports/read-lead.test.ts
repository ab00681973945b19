import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { FORMULAS, HUBSPOT, PIPEDRIVE, SALESFORCE } from "#e2e/doubles/lead-files";
import { guessMapping, IMPORT_FIELDS } from "#lib/lead-imports/fields";
import { readLead } from "#lib/lead-imports/read-lead";

const OWNERS: Record<string, string> = {
  "Bo Tran": "usr_bo",
  "bo@larkfield.example": "usr_bo",
  "Ada Lindqvist": "usr_ada",
};
const reading = { findOwner: (cell: string) => OWNERS[cell] ?? null, currency: "CAD" };

function leadsOf(file: string, delimiter: string) {
  const [columns = [], ...rows] = parse(file, { delimiter }) as string[][];
  const mapping = guessMapping(columns);
  return rows.map((cells) => readLead(cells, mapping, reading));
}
const read = (columns: string, ...cells: string[]) =>
  readLead(cells, guessMapping(columns.split(",")), reading);

describe("columns of other programs", () => {
  it("are known of HubSpot", () => {
    expect(leadsOf(HUBSPOT, ",")).toEqual([
      {
        unread: [],
        lead: {
          externalId: "501",
          name: "Margarethe Voss",
          firstName: "Margarethe",
          email: "m.voss@nordwind.example",
          address: "m.voss@nordwind.example",
          company: "Nordwind Logistik, GmbH",
          title: "Head of Operations",
          phone: "+49 40 555 0101",
          country: "DE",
          ownerId: "usr_bo",
          stage: "qualified",
          origin: null,
          amountCents: 1_200_000,
          currency: "EUR",
          description: null,
          since: "2025-03-04",
          lastActive: null,
          optOut: false,
        },
      },
      expect.objectContaining({
        lead: expect.objectContaining({ ownerId: "usr_bo", optOut: true, stage: "new" }),
      }),
      { unread: ["owner"], lead: expect.objectContaining({ ownerId: null, stage: "won", country: "PT" }) },
    ]);
  });

  it("are known of Salesforce", () => {
    expect(leadsOf(SALESFORCE, ";")).toMatchObject([
      {
        unread: [],
        lead: {
          externalId: "00Q5e00000A1",
          name: "Noor Haddad",
          title: "VP Sales",
          stage: "contacted",
          origin: "Web",
          optOut: false,
          ownerId: "usr_ada",
          description: "Asked for prices.\nWants them by mail.",
        },
      },
      { lead: { stage: "lost", optOut: true } },
    ]);
  });

  it("are known of Pipedrive, whose titles name deals and not people", () => {
    expect(leadsOf(PIPEDRIVE, "\t")).toMatchObject([
      {
        lead: {
          externalId: "b1c2",
          name: "Lena Brandt",
          firstName: null,
          title: null,
          company: "Brandt AG",
          amountCents: 120_050,
          currency: "CAD",
          description: "Met at the fair",
        },
      },
      { lead: { email: "yusuf@demir.example", amountCents: null } },
    ]);
  });

  it("are guessed once each, and not where nothing is certain", () => {
    expect(guessMapping(["Primary Email", "E-Mail", "Deal - Title", "Favourite colour", "NAME"])).toEqual([
      null,
      "email",
      null,
      null,
      "name",
    ]);
    const guessed = guessMapping(["Email", "E-mail", "Id", "Record ID"]);
    expect(guessed).toEqual(["email", null, null, "externalId"]);
    expect(IMPORT_FIELDS).toEqual(expect.arrayContaining(guessed.filter((field) => field !== null)));
  });
});

describe("a row", () => {
  it.each([
    ["with an address that can’t be one", ["Bo", "bo@"], "“bo@” is no address"],
    ["with neither address nor name", ["", ""], "neither an e-mail address nor a name"],
    ["with more cells than columns", ["Bo", "bo@x.example", "more"], "3 cells where the first one has 2"],
    ["that was torn in two", ["Bo"], "1 cell where the first one has 2"],
    ["with a name like a novel", ["n".repeat(201), ""], "longer than 200 characters"],
  ])("%s is refused in a sentence", (_, cells, problem) => {
    expect(read("Name,Email", ...cells)).toEqual({ problem: expect.stringContaining(problem) });
  });

  it("may end early where its address is there, and have empty cells over", () => {
    expect(read("Email,Name,Phone", "bo@x.example")).toMatchObject({
      lead: { address: "bo@x.example", name: null },
    });
    expect(read("Email", "bo@x.example", "", " ")).toMatchObject({ lead: { address: "bo@x.example" } });
  });

  it("keeps what looks like a formula as it is, and takes what can’t be stored or turns other words", () => {
    for (const formula of FORMULAS)
      expect(read("Name,Email", formula, "")).toMatchObject({ lead: { name: formula.trim() } });
    expect(read("Name", "Bo\0\u202Ena\nrT\uD800")).toMatchObject({ lead: { name: "Bona rT\uFFFD" } });
  });

  it.each([
    ["CAD 12,000", 1_200_000, "CAD"],
    ["12.000,00 €", 1_200_000, "EUR"],
    ["$1,200.50", 120_050, "CAD"],
    ["US$ 99", 9_900, "USD"],
    ["1 234 567,8 EUR", 123_456_780, "EUR"],
    ["12.000", 1_200_000, "CAD"],
    ["1.234.567", 123_456_700, "CAD"],
    ["12,5", 1_250, "CAD"],
  ])("reads the amount %s", (cell, amountCents, currency) => {
    expect(read("Name,Amount", "Bo", cell)).toMatchObject({ unread: [], lead: { amountCents, currency } });
  });

  it.each(["about 40k", "-5", "1,2,3.4.5", "EUR 5 USD", "9".repeat(20)])(
    "leaves the amount %s out, and says so",
    (cell) => {
      expect(read("Name,Amount", "Bo", cell)).toMatchObject({
        unread: ["amount"],
        lead: { amountCents: null },
      });
    },
  );

  it("leaves an amount out of which nobody knows the currency", () => {
    const mapping = guessMapping(["Name", "Amount", "Currency"]);
    const without = { ...reading, currency: null };
    expect(readLead(["Bo", "$12", ""], mapping, without)).toMatchObject({ unread: ["amount"] });
    expect(readLead(["Bo", "12", "usd"], mapping, without)).toMatchObject({ lead: { currency: "USD" } });
  });

  it("loses the apostrophe that keeps a spreadsheet from calculating", () => {
    expect(read("Name,Phone", "O'Hara", "'+1 416 555 0101")).toMatchObject({
      lead: { name: "O'Hara", phone: "+1 416 555 0101" },
    });
  });

  it.each([
    ["Germany", "DE"],
    ["de", "DE"],
    ["U.S.", "US"],
    ["United Kingdom", "GB"],
    ["Deutschland", "DE"],
    ["Georgia", "GE"],
    ["Atlantis", null],
    ["EU", null],
  ])("reads the country %s as %s", (cell, country) => {
    expect(read("Name,Country", "Bo", cell)).toMatchObject({ lead: { country } });
  });

  it.each([
    ["Open - Not Contacted", "", "new"],
    ["Attempted to Contact", "Opportunity", "proposal"],
    ["Unqualified", "Opportunity", "lost"],
    ["Open Deal", "Customer", "won"],
    ["Closed - Converted", "", "qualified"],
    ["Bad Timing", "Lead", "connected"],
    ["Strange", "", null],
  ])("takes the status %s and the lifecycle stage “%s” for the stage %s", (status, lifecycle, stage) => {
    expect(read("Name,Lead Status,Lifecycle Stage", "Bo", status, lifecycle)).toMatchObject({
      lead: { stage },
    });
  });

  it.each([
    ["TRUE", true],
    ["1", true],
    ["x", true],
    ["2024-05-01", true],
    ["Unsubscribed", true],
    ["false", false],
    ["", false],
    ["no_consent", false],
  ])("takes “%s” in an opt-out column for %s", (cell, optOut) => {
    expect(read("Name,Email Opt Out", "Bo", cell)).toMatchObject({ unread: [], lead: { optOut } });
  });

  it("takes no date whose day could be the month", () => {
    expect(read("Name,Create Date", "Bo", "03/04/2025")).toMatchObject({ unread: ["since"] });
    expect(read("Name,Create Date", "Bo", "2025-02-30")).toMatchObject({ unread: ["since"] });
  });
});

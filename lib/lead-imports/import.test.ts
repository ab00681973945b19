import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { leadEntries, leads, suppressions } from "#drizzle/schema/schema";
import { FORMULAS, HUBSPOT, SALESFORCE } from "#e2e/doubles/lead-files";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { kindsOf } from "#e2e/support/events";
import { importLeads, readLeadFile, startGuessed } from "#e2e/support/lead-imports";
import { addLead } from "#e2e/support/leads";
import { recordConsent } from "#lib/consent/record-consent";
import { findImport } from "#lib/lead-imports/find-import";
import { performImport } from "#lib/lead-imports/perform-import";
import { moveStage } from "#lib/leads/move-stage";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const bo = () => stage.as("bo");
const allLeads = () => stage.store.raw.select().from(leads).orderBy(asc(leads.id));
const leadOf = async (address: string) =>
  (await stage.store.raw.select().from(leads).where(eq(leads.address, address)))[0]!;
const refusedIn = async (importId: string) =>
  (
    await stage.store.raw.query.leadImportRows.findMany({
      where: (row) => eq(row.importId, importId),
      orderBy: (row) => asc(row.line),
    })
  ).map(({ line, problem }) => [line, problem]);

describe("a file of leads", () => {
  it("becomes leads, with what happened in their timelines and one line of the log", async () => {
    const done = await importLeads(bo(), HUBSPOT, "hubspot.csv");
    expect(done).toMatchObject({
      state: "done",
      encoding: "utf-8",
      delimiter: ",",
      rows: 3,
      looked: 3,
      counts: { added: 3, changed: 0, same: 0, refused: 0, optedOut: 1, unread: { owner: 1 } },
    });
    expect(await leadOf("m.voss@nordwind.example")).toMatchObject({
      name: "Margarethe Voss",
      firstName: "Margarethe",
      ownerId: CAST.bo.id,
      stage: "qualified",
      country: "DE",
      amountCents: 1_200_000,
      currency: "EUR",
      importId: done.id,
      createdBy: CAST.bo.id,
      version: 1,
    });
    const { id } = await leadOf("m.voss@nordwind.example");
    const [entry] = await stage.store.raw.select().from(leadEntries).where(eq(leadEntries.leadId, id));
    expect(entry).toMatchObject({
      kind: "imported",
      words: "Imported from hubspot.csv, where they were added on 2025-03-04",
      by: CAST.bo.id,
    });
    expect(await stage.store.raw.select().from(suppressions)).toMatchObject([
      { value: "priya@tidewater.example", kind: "address", reason: "imported", addedBy: CAST.bo.id },
    ]);
    expect(await kindsOf(stage.store, done.id)).toEqual([
      "lead_import.begun",
      "lead_import.read",
      "lead_import.started",
      "lead_import.done",
    ]);
    expect(await refusedIn(done.id)).toEqual([]);
  });

  it("shows none of its leads before it is done", async () => {
    const importId = await readLeadFile(bo(), SALESFORCE);
    expect(await findImport(stage.store.raw, importId)).toMatchObject({
      state: "mapping",
      delimiter: ";",
      rows: 2,
      columns: expect.arrayContaining(["HasOptedOutOfEmail"]),
      mapping: expect.arrayContaining(["externalId", "optOut", "title"]),
    });
    await startGuessed(bo(), importId);
    expect(await allLeads()).toEqual([]);
  });

  it("brings nobody a second time, and changes only what it says", async () => {
    await importLeads(bo(), "Id,Name,Email,Company,Phone\n7,Kim Okonkwo,kim@hollis.example,Hollis,555\n");
    const again = await importLeads(
      bo(),
      "Id,Name,Email,Company,Phone\n7,Kim Okonkwo,kim@hollis.example,Hollis Cold Storage,\n",
    );
    expect(again.counts).toMatchObject({ added: 0, changed: 1, same: 0, refused: 0 });
    expect(await allLeads()).toMatchObject([{ company: "Hollis Cold Storage", phone: "555", version: 2 }]);
    const third = await importLeads(bo(), "Email\nKIM@hollis.example\n");
    expect(third.counts).toMatchObject({ added: 0, changed: 0, same: 1 });
    expect(await stage.store.raw.select().from(leadEntries)).toHaveLength(1);
    expect(await allLeads()).toMatchObject([{ importId: again.id, email: "kim@hollis.example" }]);
  });

  it("finds a lead by its record ID whose address has changed, and by name and company where there is neither", async () => {
    await importLeads(bo(), "Id,Name,Email\n7,Kim Okonkwo,kim@hollis.example\n");
    await importLeads(bo(), "Id,Name,Email\n7,Kim Okonkwo,kim@elsewhere.example\n");
    expect(await allLeads()).toMatchObject([{ address: "kim@elsewhere.example" }]);
    await importLeads(bo(), "Name,Company\nDana Cole,Delta\n");
    expect((await importLeads(bo(), "Name,Company\nDANA COLE,delta\n")).counts).toMatchObject({ added: 0 });
    expect(await allLeads()).toHaveLength(2);
  });

  it("moves nobody whom a person moved or added, and others it does", async () => {
    const file = (status: string) =>
      `Name,Email,Lead Status\nA,a@x.example,${status}\nB,b@x.example,${status}\n`;
    await importLeads(bo(), file("New"));
    const a = await leadOf("a@x.example");
    await moveStage(bo(), { leadId: a.id, version: 1, stage: "proposal" });
    await addLead(bo(), { name: "C", email: "c@x.example" });
    await importLeads(bo(), `${file("Connected")}C,c@x.example,Connected\n`);
    expect((await leadOf("a@x.example")).stage).toBe("proposal");
    expect((await leadOf("b@x.example")).stage).toBe("connected");
    expect((await leadOf("c@x.example")).stage).toBe("new");
  });

  it("refuses rows in sentences, and takes the last of those that are of the same lead", async () => {
    const done = await importLeads(
      bo(),
      [
        "Id,Name,Email,Email Opt Out",
        "1,Kim,kim@hollis.example,yes",
        "2,Bo,bo@",
        ",,",
        ',"unclosed',
        "4,Kim again,KIM@hollis.example,",
        "5,Five,five@x.example,",
        "5,Six,six@x.example,",
        "",
      ].join("\n"),
    );
    expect(done.counts).toMatchObject({ added: 2, refused: 4, optedOut: 1 });
    expect(await refusedIn(done.id)).toEqual([
      [2, "Line 6 has the same address, and the last one counts."],
      [3, expect.stringContaining("no address")],
      [5, "A quotation mark in this line is never closed."],
      [7, "Line 8 has the same record ID, and the last one counts."],
    ]);
    expect((await leadOf("kim@hollis.example")).name).toBe("Kim again");
    expect(await stage.store.raw.select().from(suppressions)).toHaveLength(1);
  });

  it("takes no record ID of another program for somebody else", async () => {
    await importLeads(bo(), "Id,Name,Email\n7,Kim,kim@hollis.example\n8,Lena,lena@brandt.example\n");
    const done = await importLeads(
      bo(),
      "Id,Name,Email\n7,Dana,dana@delta.example\n8,Kim,kim@hollis.example\n",
    );
    expect(await refusedIn(done.id)).toEqual([
      [2, "The record ID 7 is “Kim” here, with another name and another address."],
      [3, "The record ID 8 is of one lead here and the address of another one."],
    ]);
    expect(await allLeads()).toHaveLength(2);
  });

  it("keeps suppressed who was suppressed, and grants nobody consent", async () => {
    await importLeads(bo(), "Email,Email Opt Out\nkim@hollis.example,1\n");
    const done = await importLeads(bo(), "Email,Email Opt Out\nkim@hollis.example,0\n");
    expect(done.counts).toMatchObject({ optedOut: 0 });
    const [still] = await stage.store.raw.select().from(suppressions);
    expect(still).toMatchObject({ value: "kim@hollis.example", liftedAt: null });
    expect(await stage.store.raw.query.consents.findMany()).toEqual([]);
    await recordConsent(bo(), {
      email: "kim@hollis.example",
      basis: "express",
      obtainedOn: stage.clock.now().toISOString().slice(0, 10),
      evidence: "Said so.",
    });
  });

  it("keeps formulas as the words they are", async () => {
    const rows = FORMULAS.map((formula, n) => `"${formula}",f${n}@x.example`);
    await importLeads(bo(), ["Name,Email", ...rows].join("\n"));
    expect((await allLeads()).map(({ name }) => name).sort()).toEqual(
      FORMULAS.map((formula) => formula.trim()).sort(),
    );
  });

  it("adds nobody twice where the same file is imported twice at once", async () => {
    const imports = [await readLeadFile(bo(), HUBSPOT), await readLeadFile(stage.as("ada"), HUBSPOT)];
    for (const id of imports) await startGuessed(stage.as("ada"), id);
    await Promise.all(imports.map((id) => performImport(stage.system, id)));
    expect(await allLeads()).toHaveLength(3);
    const counts = await Promise.all(imports.map((id) => findImport(stage.store.raw, id)));
    expect(counts.map(({ counts }) => counts?.added).sort()).toEqual([0, 3]);
    expect(counts.map(({ counts }) => counts?.same).sort()).toEqual([0, 3]);
  });
});

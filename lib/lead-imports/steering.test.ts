import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { leadImportParts, leadImportRows, leadImports, leads } from "#drizzle/schema/schema";
import { HUBSPOT, manyLeads } from "#e2e/doubles/lead-files";
import { type Stage, setStage } from "#e2e/support/cast";
import { kindsOf } from "#e2e/support/events";
import { readLeadFile, sendLeadFile, startGuessed } from "#e2e/support/lead-imports";
import { loserOf } from "#e2e/support/race";
import type { UserCtx } from "#lib/events/context";
import { addPart } from "#lib/lead-imports/add-part";
import { beginImport } from "#lib/lead-imports/begin-import";
import { discardImport } from "#lib/lead-imports/discard-import";
import { findImport } from "#lib/lead-imports/find-import";
import { PART_BYTES } from "#lib/lead-imports/limits";
import { performImport } from "#lib/lead-imports/perform-import";
import { rereadImport } from "#lib/lead-imports/reread-import";
import { startImport } from "#lib/lead-imports/start-import";
import { sweepImports } from "#lib/lead-imports/sweep-imports";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const bo = () => stage.as("bo");
const row = (importId: string) => findImport(stage.store.raw, importId);
const countOf = async (table: typeof leadImportRows | typeof leadImportParts | typeof leads) =>
  (await stage.store.raw.select().from(table)).length;
const large = () => Buffer.from([...manyLeads(9_000)].join(""));

describe("a file that is sent", () => {
  it("arrives in parts, of which each may arrive again, and then waits for the worker", async () => {
    const bytes = large();
    expect(bytes.length).toBeGreaterThan(PART_BYTES);
    const { importId } = await beginImport(bo(), { fileName: "many.csv", size: bytes.length });
    const first = { importId, number: 0, bytes: bytes.subarray(0, PART_BYTES) };
    expect(await addPart(bo(), first)).toEqual({ parts: 1, whole: false });
    expect(await addPart(bo(), first)).toEqual({ parts: 1, whole: false });
    expect(stage.queue.entries).toEqual([]);
    expect(await addPart(bo(), { importId, number: 1, bytes: bytes.subarray(PART_BYTES) })).toEqual({
      parts: 2,
      whole: true,
    });
    expect(stage.queue.entries).toEqual([{ kind: "lead_import", id: importId }]);
    await performImport(stage.system, importId);
    expect(await row(importId)).toMatchObject({ state: "mapping", rows: 9_000 });
    expect(await countOf(leadImportRows)).toBe(9_000);
    await startGuessed(bo(), importId);
    expect(await countOf(leadImportParts)).toBe(0);
  });

  it("is refused where its parts don’t fit, or are somebody else’s", async () => {
    const { importId } = await beginImport(bo(), { fileName: "a.csv", size: 10 });
    const part = (number: number, length: number) => ({ importId, number, bytes: new Uint8Array(length) });
    await expect(addPart(bo(), part(1, 10))).rejects.toMatchObject({ code: "conflict" });
    await expect(addPart(bo(), part(0, 9))).rejects.toMatchObject({ code: "conflict" });
    await expect(addPart(stage.as("ada"), part(0, 10))).rejects.toMatchObject({ code: "forbidden" });
    await expect(beginImport(stage.as("hugo"), { fileName: "a.csv", size: 1 })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(beginImport(bo(), { fileName: "a.csv", size: 2 ** 30 })).rejects.toThrow(
      "larger than 100 MB",
    );
  });

  it("is discarded by the sweep where the rest never comes", async () => {
    const { importId } = await beginImport(bo(), { fileName: "a.csv", size: 10 });
    await sweepImports(stage.system);
    expect((await row(importId)).state).toBe("reading");
    stage.clock.advance(16 * 60_000);
    await sweepImports(stage.system);
    expect(await row(importId)).toMatchObject({
      state: "discarded",
      reason: expect.stringContaining("broke off"),
    });
  });

  it("is discarded where nobody says for a week what its columns are, and refused rows are kept for 30 days", async () => {
    const left = await readLeadFile(bo(), HUBSPOT);
    const done = await readLeadFile(bo(), "Email\nkim@hollis.example\nnobody\n");
    await startGuessed(bo(), done);
    await performImport(stage.system, done);
    stage.clock.advance(8 * 86_400_000);
    await sweepImports(stage.system);
    expect(await row(left)).toMatchObject({ state: "discarded", reason: expect.stringContaining("a week") });
    expect(await countOf(leadImportRows)).toBe(1);
    stage.clock.advance(23 * 86_400_000);
    await sweepImports(stage.system);
    expect(await countOf(leadImportRows)).toBe(0);
    expect((await row(done)).counts).toMatchObject({ refused: 1 });
  });

  it.each([
    ["a workbook", Buffer.from("PK\x03\x04 and so on"), "workbook"],
    ["a head alone", Buffer.from("Name,Email\n"), "no rows below"],
    ["nothing but empty lines", Buffer.from("\n\n,,\n"), "no rows below"],
    ["no text", Buffer.alloc(5000, 2), "no text"],
  ])("fails in a sentence where it is %s, and leaves nothing", async (_, bytes, sentence) => {
    const importId = await readLeadFile(bo(), bytes);
    expect(await row(importId)).toMatchObject({ state: "failed", reason: expect.stringContaining(sentence) });
    expect(await countOf(leadImportParts)).toBe(0);
    expect(await kindsOf(stage.store, importId)).toEqual(["lead_import.begun", "lead_import.failed"]);
  });
});

describe("an import", () => {
  it("is started by who brought it or leads, with columns that make sense", async () => {
    const importId = await readLeadFile(bo(), "Name,Email\nKim,kim@hollis.example\n");
    const start = (ctx: UserCtx, mapping: unknown[], ownerId: string | null = null) =>
      startImport(ctx, { importId, mapping: mapping as never, ownerId, currency: null });
    await expect(start(bo(), [null, null])).rejects.toThrow("Choose which column");
    await expect(start(bo(), ["email", "email"])).rejects.toThrow("Two columns");
    await expect(start(bo(), ["email"])).rejects.toThrow("other columns");
    await expect(start(bo(), ["name", "email"], "usr_hugo")).rejects.toMatchObject({ code: "invalid" });
    await expect(start(stage.as("dana"), ["name", "email"])).rejects.toMatchObject({ code: "forbidden" });
    await start(stage.as("ada"), ["name", "email"], "usr_dana");
    await performImport(stage.system, importId);
    const [lead] = await stage.store.raw.select().from(leads);
    expect(lead).toMatchObject({ name: "Kim", ownerId: "usr_dana", createdBy: "usr_bo" });
  });

  it("is read again as a person says, and as before where it can’t be read like that", async () => {
    const importId = await readLeadFile(bo(), Buffer.from("Name;E,mail\nZoë;z@x.example\n", "latin1"));
    const again = (ctx: UserCtx, encoding: "utf-8" | "utf-16le" | "windows-1252", delimiter: "," | ";") =>
      rereadImport(ctx, { importId, encoding, delimiter });
    await expect(again(stage.as("dana"), "utf-8", ",")).rejects.toMatchObject({ code: "forbidden" });
    await again(bo(), "windows-1252", ",");
    await performImport(stage.system, importId);
    expect(await row(importId)).toMatchObject({ state: "mapping", columns: ["Name;E", "mail"], rows: 1 });
    await again(bo(), "utf-16le", ";");
    await performImport(stage.system, importId);
    expect(await row(importId)).toMatchObject({
      state: "mapping",
      encoding: "windows-1252",
      columns: ["Name", "E,mail"],
      reason: expect.stringContaining("no rows below"),
    });
    expect((await kindsOf(stage.store, importId)).slice(-2)).toEqual([
      "lead_import.read_again",
      "lead_import.read",
    ]);
    const lost = await loserOf(
      { ctx: bo(), act: (ctx) => startGuessed(ctx, importId) },
      { ctx: stage.as("ada"), act: (ctx) => again(ctx, "utf-8", ";") },
    );
    expect(lost).toMatchObject({ code: "conflict" });
  });

  it("is not read again where its bytes are gone", async () => {
    const importId = await readLeadFile(bo(), HUBSPOT);
    await stage.store.raw.delete(leadImportParts);
    const act = rereadImport(bo(), { importId, encoding: "utf-8", delimiter: ";" });
    await expect(act).rejects.toMatchObject({ code: "conflict" });
    expect(await row(importId)).toMatchObject({ state: "mapping", rows: 3 });
  });

  it("is discarded until it is done, with all its rows", async () => {
    const importId = await readLeadFile(bo(), HUBSPOT);
    await startGuessed(bo(), importId);
    await discardImport(bo(), { importId });
    await performImport(stage.system, importId);
    expect(await row(importId)).toMatchObject({ state: "discarded" });
    expect(await countOf(leadImportRows)).toBe(0);
    expect(await countOf(leads)).toBe(0);
    await expect(discardImport(bo(), { importId })).rejects.toMatchObject({ code: "conflict" });
    expect((await kindsOf(stage.store, importId)).at(-1)).toBe("lead_import.discarded");
  });

  it("ends discarded where somebody starts it and somebody else discards it, whoever is first", async () => {
    const importId = await readLeadFile(bo(), HUBSPOT);
    const [started, discarded] = await Promise.allSettled([
      startGuessed(bo(), importId),
      discardImport(stage.as("ada"), { importId }),
    ]);
    expect(discarded).toMatchObject({ status: "fulfilled" });
    if (started.status === "rejected") expect(started.reason).toMatchObject({ code: "conflict" });
    await performImport(stage.system, importId);
    expect(await row(importId)).toMatchObject({ state: "discarded" });
    expect(await countOf(leads)).toBe(0);
  });

  it("goes on where a worker died over it, and the dead one can’t come back", async () => {
    const importId = await sendLeadFile(bo(), HUBSPOT);
    const dying = { leaseUntil: new Date(stage.clock.now().getTime() + 30_000), attempt: 1 };
    await stage.store.raw.update(leadImports).set(dying).where(eq(leadImports.id, importId));
    await performImport(stage.system, importId);
    expect((await row(importId)).state).toBe("reading");
    stage.clock.advance(31_000);
    await sweepImports(stage.system);
    expect(stage.queue.entries.filter(({ id }) => id === importId)).toHaveLength(2);
    await performImport(stage.system, importId);
    expect(await row(importId)).toMatchObject({ state: "mapping", attempt: 2, leaseUntil: null });
  });

  it("is given back by a worker that stops, and given up after several that died", async () => {
    const importId = await sendLeadFile(bo(), HUBSPOT);
    await performImport(stage.system, importId, AbortSignal.abort());
    expect(await row(importId)).toMatchObject({ state: "reading", leaseUntil: null });
    await stage.store.raw.update(leadImports).set({ attempt: 8 }).where(eq(leadImports.id, importId));
    await performImport(stage.system, importId);
    expect(await row(importId)).toMatchObject({
      state: "failed",
      reason: expect.stringContaining("several times"),
    });
  });
});

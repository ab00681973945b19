import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { sources } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { addLead } from "#e2e/support/leads";
import { recordConsent } from "#lib/consent/record-consent";
import { suppressAddress } from "#lib/consent/suppress-address";
import { encodeCursor } from "#lib/db/cursor";
import { PAGE_ROWS } from "#lib/db/page";
import type { UserCtx } from "#lib/events/context";
import { addNote } from "#lib/leads/add-note";
import { getBoard } from "#lib/leads/board";
import { editLead } from "#lib/leads/edit-lead";
import { moveStage } from "#lib/leads/move-stage";
import { getLead, listLeads } from "#lib/leads/queries";
import type { LeadFilter } from "#lib/leads/schema";
import { listTimeline } from "#lib/leads/timeline-queries";

let stage: Stage;
let bo: UserCtx;
beforeEach(async () => {
  stage = await setStage();
  bo = stage.as("bo");
});

const named = (name: string, facts: Parameters<typeof addLead>[1] = {}) => {
  stage.clock.advance(60_000);
  return addLead(bo, { name, email: `${name.toLowerCase()}@hollis.example`, ...facts });
};
const namesOf = async (filter: LeadFilter) => (await listLeads(bo, filter)).rows.map(({ name }) => name);

describe("listLeads", () => {
  it("is sorted by what happened last, and narrowed down by stage, owner, quiet and words", async () => {
    const sol = await named("Sol");
    await named("Ana", { ownerId: CAST.ada.id, company: "Nordhafen Kältetechnik" });
    await named("Lee", { ownerId: null, stage: "won" });
    stage.clock.advance(3 * 86_400_000);
    await addNote(bo, { leadId: sol, kind: "note", text: "Called back." });
    expect(await namesOf({})).toEqual(["Sol", "Lee", "Ana"]);
    expect(await namesOf({ stage: "open" })).toEqual(["Sol", "Ana"]);
    expect(await namesOf({ stage: "won" })).toEqual(["Lee"]);
    expect(await namesOf({ ownerId: CAST.ada.id })).toEqual(["Ana"]);
    expect(await namesOf({ ownerId: "none" })).toEqual(["Lee"]);
    expect(await namesOf({ quietSince: "2026-11-22" })).toEqual(["Lee", "Ana"]);
    expect(await namesOf({ words: "nordhafen kalte" })).toEqual(["Ana"]);
    expect(await namesOf({ words: "sol@hollis" })).toEqual(["Sol"]);
    expect(await namesOf({ words: "giraffe" })).toEqual([]);
  });

  it("finds what a lead is called now, and no more what it was", async () => {
    const leadId = await named("Sol");
    await editLead(bo, { leadId, version: 1, facts: { name: "Solveig", email: null } });
    expect(await namesOf({ words: "solveig" })).toEqual(["Solveig"]);
    expect(await namesOf({ words: '"sol"' })).toEqual([]);
  });

  it("pages without repeating or leaving out a lead, and refuses a cursor of another list", async () => {
    for (let n = 0; n <= PAGE_ROWS; n++) await addLead(bo, { name: `L${n}`, email: null });
    const first = await listLeads(bo, {});
    const second = await listLeads(bo, { cursor: first.next ?? "" });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([PAGE_ROWS, 1, null]);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(PAGE_ROWS + 1);
    await expect(listLeads(bo, { cursor: encodeCursor(["x"]) })).rejects.toMatchObject({ code: "invalid" });
  });

  it("tells of each whether it may be written to", async () => {
    await named("Sol");
    await named("Ana");
    await addLead(bo, { name: "Lee", email: null });
    const given = { basis: "inquiry", obtainedOn: "2026-04-01", evidence: "Asked." } as const;
    await recordConsent(bo, { email: "sol@hollis.example", ...given });
    await suppressAddress(bo, { value: "ana@hollis.example" });
    const rows = (await listLeads(bo, {})).rows.map(({ name, writable }) => [name, writable]);
    expect(Object.fromEntries(rows)).toEqual({
      Sol: { state: "expired", basis: "inquiry", expiresOn: "2026-10-01" },
      Ana: { state: "suppressed", value: "ana@hollis.example" },
      Lee: { state: "no_address" },
    });
  });
});

it("getLead tells everything, with what proves consent, and says that there is none to be found", async () => {
  const leadId = await named("Sol");
  const given = { basis: "express", obtainedOn: "2026-04-01", evidence: "Asked." } as const;
  await recordConsent(bo, { email: "sol@hollis.example", ...given });
  const lead = await getLead(stage.as("hugo"), leadId);
  expect(lead).toMatchObject({ name: "Sol", ownerName: CAST.bo.name, mayChange: false, mayDelete: false });
  expect(lead.standing).toMatchObject({ state: "valid", consent: { evidence: "Asked." } });
  expect(lead.consents).toHaveLength(1);
  await expect(getLead(bo, "led_gone")).rejects.toMatchObject({ code: "not_found" });
});

it("getBoard opens more pages of one column in their place", async () => {
  for (let n = 0; n < 2 * PAGE_ROWS + 1; n++) await addLead(bo, { name: `L${n}`, email: null });
  await addLead(bo, { name: "Won", email: null, stage: "won" });
  const shown = async (pages: Record<string, number>) => (await getBoard(bo, { pages }))[0];
  const [one, two, three] = [await shown({}), await shown({ new: 2 }), await shown({ new: 3, won: 2 })];
  expect([one?.leads.length, two?.leads.length]).toEqual([PAGE_ROWS, 2 * PAGE_ROWS]);
  expect([two?.next, three?.next]).toEqual([expect.any(String), null]);
  expect(three?.leads.length).toBe(2 * PAGE_ROWS + 1);
});

it("getBoard counts each stage, sums its deals up by currency, and has the first leads of it", async () => {
  const sol = await named("Sol", { amountCents: 100_000, currency: "CAD" });
  await named("Ana", { amountCents: 250_050, currency: "CAD" });
  await named("Lee", { amountCents: 5_000, currency: "EUR", ownerId: null });
  await moveStage(bo, { leadId: sol, version: 1, stage: "proposal" });
  const board = await getBoard(bo);
  expect(board.map(({ stage: name, count }) => `${name} ${count}`)).toEqual([
    "new 2",
    "contacted 0",
    "connected 0",
    "qualified 0",
    "proposal 1",
    "won 0",
    "lost 0",
  ]);
  expect(board[0]?.sums).toEqual([
    { currency: "CAD", cents: 250_050 },
    { currency: "EUR", cents: 5_000 },
  ]);
  expect(board[4]?.leads).toMatchObject([{ id: sol, version: 2 }]);
  const mine = await getBoard(bo, { ownerId: CAST.bo.id });
  expect(mine[0]?.leads.map(({ name }) => name)).toEqual(["Ana"]);
});

describe("listTimeline", () => {
  it("tells what happened, the newest first, with what was written as far as its reader sees it", async () => {
    const leadId = await named("Sol");
    const { sourceId } = await addNote(bo, { leadId, kind: "note", text: "Price matters." });
    stage.clock.advance(1_000);
    await moveStage(bo, { leadId, version: 1, stage: "contacted" });
    const texts = async (ctx: UserCtx) =>
      (await listTimeline(ctx, { leadId })).rows.map(({ words, source }) => source?.text ?? words);
    expect(await texts(stage.as("hugo"))).toEqual(["From New to Contacted", "Price matters."]);
    await stage.store.raw.update(sources).set({ visibility: "private" }).where(eq(sources.id, sourceId));
    expect(await texts(stage.as("ada"))).toEqual(["From New to Contacted", "Note"]);
    expect(await texts(bo)).toEqual(["From New to Contacted", "Price matters."]);
  });
});

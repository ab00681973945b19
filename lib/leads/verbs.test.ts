import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { cadences, leadEntries, leads, sources, sourceVersions } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { kindsOf } from "#e2e/support/events";
import { addLead, KIM } from "#e2e/support/leads";
import { loserOf } from "#e2e/support/race";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { addNote } from "#lib/leads/add-note";
import { createLead } from "#lib/leads/create-lead";
import { editLead } from "#lib/leads/edit-lead";
import { findLead } from "#lib/leads/find-lead";
import { keepFacts } from "#lib/leads/keep-facts";
import { moveStage } from "#lib/leads/move-stage";

let stage: Stage;
let bo: UserCtx;
beforeEach(async () => {
  stage = await setStage();
  bo = stage.as("bo");
});

const entriesOf = (leadId: string) =>
  stage.store.raw.select().from(leadEntries).where(eq(leadEntries.leadId, leadId)).orderBy(leadEntries.at);
const factsOf = (leadId: string) => transact(bo, (work) => keepFacts(bo, work, leadId));

describe("adding a lead", () => {
  it("keeps what is known, with the address as addresses are compared, and whoever asked as its owner", async () => {
    const leadId = await addLead(bo, { amountCents: 1_200_000, currency: "cad" });
    expect(await findLead(stage.store.raw, leadId)).toMatchObject({
      name: KIM.name,
      email: "Kim@Hollis.example",
      address: "kim@hollis.example",
      ownerId: CAST.bo.id,
      stage: "new",
      amountCents: 1_200_000,
      currency: "CAD",
      version: 1,
    });
    expect(await kindsOf(stage.store, leadId)).toEqual(["lead.created"]);
  });

  it("names the lead that has the address already, however it is written", async () => {
    const leadId = await addLead(bo);
    await expect(
      createLead(stage.as("ada"), { name: "K", email: "KIM@hollis.EXAMPLE" }),
    ).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Kim Okonkwo"),
      detail: { twin: { leadId, name: KIM.name } },
    });
  });

  it("keeps one of two with one address that are added at once", async () => {
    const act = (ctx: UserCtx) => createLead(ctx, KIM);
    const lost = await loserOf({ ctx: bo, act }, { ctx: stage.as("ada"), act });
    const [kept, ...others] = await stage.store.raw.select().from(leads);
    expect(others).toEqual([]);
    expect(lost).toMatchObject({ code: "conflict", detail: { twin: { leadId: kept?.id } } });
  });

  it("is refused to viewers, and for owners who only read, addresses that are none, and amounts of nothing", async () => {
    await expect(createLead(stage.as("hugo"), KIM)).rejects.toMatchObject({ code: "forbidden" });
    await expect(createLead(bo, { ...KIM, ownerId: CAST.hugo.id })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(createLead(bo, { ...KIM, email: "kim at hollis" })).rejects.toThrow("Mail can’t be sent");
    await expect(createLead(bo, { ...KIM, amountCents: 5 })).rejects.toThrow("which currency");
    expect(await stage.store.raw.$count(leads)).toBe(0);
  });
});

describe("changing a lead", () => {
  it("changes what differs, at the version that was seen, and tells which facts", async () => {
    const leadId = await addLead(bo);
    const facts = { title: "Director", nextStep: "Send the offer", name: KIM.name };
    expect(await editLead(bo, { leadId, version: 1, facts })).toEqual({ version: 2 });
    expect(await findLead(stage.store.raw, leadId)).toMatchObject({ title: "Director", version: 2 });
    expect(await kindsOf(stage.store, leadId)).toEqual(["lead.created", "lead.changed"]);
  });

  it("tells who was faster, and changes nothing then", async () => {
    const leadId = await addLead(bo);
    const act = (title: string) => (ctx: UserCtx) => editLead(ctx, { leadId, version: 1, facts: { title } });
    const lost = await loserOf({ ctx: bo, act: act("A") }, { ctx: stage.as("ada"), act: act("B") });
    expect(lost).toMatchObject({ code: "conflict", message: expect.stringContaining("changed the title") });
    expect((await findLead(stage.store.raw, leadId)).version).toBe(2);
  });

  it("names the lead that has the new address already", async () => {
    const twin = await addLead(bo);
    const leadId = await addLead(bo, { name: "Sol", email: "sol@hollis.example" });
    const facts = { email: "kim@HOLLIS.example" };
    await expect(editLead(bo, { leadId, version: 1, facts })).rejects.toMatchObject({
      code: "conflict",
      detail: { twin: { leadId: twin } },
    });
  });

  it("is refused to viewers, where nothing differs, and of what isn’t there", async () => {
    const leadId = await addLead(bo);
    const ask = { leadId, version: 1, facts: { title: "Director" } };
    await expect(editLead(stage.as("hugo"), ask)).rejects.toMatchObject({ code: "forbidden" });
    await expect(editLead(bo, { ...ask, facts: { name: KIM.name } })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(editLead(bo, { ...ask, leadId: "led_gone" })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("moving a lead to another stage", () => {
  it("stands in its timeline, and a closed stage ends its cadence", async () => {
    const leadId = await addLead(bo);
    await stage.store.raw
      .insert(cadences)
      .values({ leadId, days: [0, 3], startedOn: "2026-11-20", state: "going", startedBy: CAST.bo.id });
    await moveStage(bo, { leadId, version: 1, stage: "proposal" });
    stage.clock.advance(1_000);
    await moveStage(bo, { leadId, version: 2, stage: "won" });
    const words = (await entriesOf(leadId)).map((entry) => entry.words);
    expect(words).toEqual(["From New to Proposal", "From Proposal to Won"]);
    const [cadence] = await stage.store.raw.select().from(cadences);
    expect(cadence).toMatchObject({ state: "stopped", stop: "closed" });
    expect(await kindsOf(stage.store, leadId)).toEqual([
      "lead.created",
      "lead.moved",
      "lead.moved",
      "cadence.stopped",
    ]);
  });

  it("tells who moved it first, and refuses viewers and the stage it is in", async () => {
    const leadId = await addLead(bo);
    const act = (ctx: UserCtx) => moveStage(ctx, { leadId, version: 1, stage: "lost" });
    const lost = await loserOf({ ctx: bo, act }, { ctx: stage.as("ada"), act });
    expect(lost).toMatchObject({ code: "conflict", message: expect.stringContaining("from New to Lost") });
    const again = { leadId, version: 2, stage: "lost" } as const;
    await expect(moveStage(bo, again)).rejects.toMatchObject({ code: "invalid" });
    await expect(moveStage(stage.as("hugo"), again)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("adding a note", () => {
  const text = "Kim asked for a trial in the cold room.\r\nPrice matters.";

  it("is an open source of the lead without a run, and a line of its timeline on its day", async () => {
    const leadId = await addLead(bo);
    const { sourceId, duplicate } = await addNote(bo, { leadId, kind: "call", text, on: "2026-11-12" });
    expect(duplicate).toBe(false);
    const [source] = await stage.store.raw.select().from(sources);
    expect(source).toMatchObject({ id: sourceId, leadId, visibility: "open", heldOn: "2026-11-12" });
    const [version] = await stage.store.raw.select().from(sourceVersions);
    expect(version?.text).toBe("Kim asked for a trial in the cold room.\nPrice matters.");
    const [entry] = await entriesOf(leadId);
    expect(entry).toMatchObject({ kind: "call", words: "Call", sourceId, by: CAST.bo.id });
    expect(entry?.at.toISOString()).toBe("2026-11-12T17:00:00.000Z");
    expect(stage.queue.entries).toEqual([]);
    expect(await kindsOf(stage.store, leadId)).toEqual(["lead.created", "lead.noted"]);
  });

  it("is the same note when it is added twice, by whomever, also at once; on another lead it is another", async () => {
    const leadId = await addLead(bo);
    const add = (ctx: UserCtx, of = leadId) => addNote(ctx, { leadId: of, kind: "note", text });
    const added = await Promise.all([add(bo), add(stage.as("ada"))]);
    expect(added.map(({ duplicate }) => duplicate).toSorted()).toEqual([false, true]);
    expect(await entriesOf(leadId)).toHaveLength(1);
    const other = await addLead(bo, { name: "Sol", email: null });
    expect(await add(bo, other)).toMatchObject({ duplicate: false });
  });

  it("is refused to viewers, for days to come, without words, and on what isn’t there", async () => {
    const leadId = await addLead(bo);
    const ask = { leadId, kind: "note", text } as const;
    await expect(addNote(stage.as("hugo"), ask)).rejects.toMatchObject({ code: "forbidden" });
    await expect(addNote(bo, { ...ask, on: "2027-01-01" })).rejects.toThrow("still to come");
    await expect(addNote(bo, { ...ask, text: " \n" })).rejects.toThrow("no text");
    await expect(addNote(bo, { ...ask, leadId: "led_gone" })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what is known of a lead", () => {
  it("is a source, with a new version when it changed", async () => {
    const leadId = await addLead(bo, { amountCents: 1_200_000, currency: "CAD" });
    const first = await factsOf(leadId).catch((error: Error) => error);
    expect(first).toMatchObject({ version: 1 });
    await editLead(bo, { leadId, version: 1, facts: { title: "Director" } });
    expect(await factsOf(leadId)).toMatchObject({ version: 2 });
    const texts = await stage.store.raw.select().from(sourceVersions).orderBy(sourceVersions.version);
    expect(texts.map(({ text }) => text)).toEqual([
      "Name: Kim Okonkwo\nCompany: Hollis Cold Storage\nTitle: Head of Operations\nStage: New\nDeal: CAD 12,000.00",
      "Name: Kim Okonkwo\nCompany: Hollis Cold Storage\nTitle: Director\nStage: New\nDeal: CAD 12,000.00",
    ]);
  });
});

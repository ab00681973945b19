import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { cadences, drafts, followUpDues, leads, outreach, runs } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { kindsOf } from "#e2e/support/events";
import { stageFollowUp, stageLead } from "#e2e/support/follow-ups";
import { loserOf } from "#e2e/support/race";
import { changeCadence } from "#lib/cadence/change-cadence";
import { draftNow } from "#lib/cadence/draft-now";
import { endCadence } from "#lib/cadence/end-cadence";
import { getLeadFollowUps } from "#lib/cadence/queries";
import { startCadence } from "#lib/cadence/start-cadence";
import { sweepFollowUps } from "#lib/cadence/sweep-follow-ups";
import { recordAbsence } from "#lib/calendar/record-absence";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { stopCadence } from "#lib/leads/stop-cadence";
import { rulesWriter } from "#lib/llm/rules-writer";
import { performRun } from "#lib/runs/perform-run";

const DAY_MS = 24 * 3600 * 1000;

let stage: Stage;
let bo: UserCtx;
beforeEach(async () => {
  stage = await setStage();
  bo = stage.as("bo");
});

const dues = (leadId: string) =>
  stage.store.raw
    .select()
    .from(followUpDues)
    .where(eq(followUpDues.leadId, leadId))
    .orderBy(followUpDues.createdAt);
const runsOf = (leadId: string) =>
  stage.store.raw.select().from(runs).where(eq(runs.leadId, leadId)).orderBy(runs.createdAt);
const cadenceOf = async (leadId: string) =>
  (await stage.store.raw.select().from(cadences).where(eq(cadences.leadId, leadId)))[0];
const sweep = () => sweepFollowUps(stage.system);

/** Writes what the sweep queued, and rejects nothing: each draft is decided elsewhere. */
async function write(leadId: string): Promise<void> {
  for (const { id, state } of await runsOf(leadId))
    if (state === "queued") await performRun(stage.system, () => rulesWriter, id);
  await stage.store.raw.update(drafts).set({ state: "rejected" }).where(eq(drafts.leadId, leadId));
}

describe("a cadence", () => {
  it("has a follow-up drafted on each of its days, at the owner's morning", async () => {
    const leadId = await stageLead(stage);
    await startCadence(bo, { leadId, days: [0, 3, 7] });
    expect(await kindsOf(stage.store, leadId)).toContain("cadence.started");
    const drafted: string[] = [];
    for (let day = 0; day < 14; day++) {
      await sweep();
      const [newest] = (await runsOf(leadId)).slice(drafted.length);
      if (newest) drafted.push(newest.createdAt.toISOString().slice(0, 10));
      await write(leadId);
      stage.clock.advance(DAY_MS);
    }
    // It begins on a Friday; day 3 is a Monday, day 7 a Friday.
    expect(drafted).toEqual(["2026-11-20", "2026-11-23", "2026-11-27"]);
    expect(await cadenceOf(leadId)).toMatchObject({ state: "done", step: 3 });
    expect((await runsOf(leadId)).map(({ requestedBy, occasion }) => [requestedBy, occasion?.why])).toEqual([
      [CAST.bo.id, "cadence"],
      [CAST.bo.id, "cadence"],
      [CAST.bo.id, "cadence"],
    ]);
  });

  it("waits over the owner's days off", async () => {
    await recordAbsence(bo, { userId: CAST.bo.id, fromOn: "2026-11-23", untilOn: "2026-11-24" });
    const leadId = await stageLead(stage);
    await startCadence(bo, { leadId, days: [3] });
    expect((await dues(leadId)).map(({ dueOn }) => dueOn)).toEqual(["2026-11-25"]);
  });

  it("stays within the day's cap, and goes on the next working day", async () => {
    await stage.store.raw.insert(outreach).values({ id: 1, dailyCap: 1 });
    const first = await stageLead(stage);
    await startCadence(bo, { leadId: first, days: [0] });
    const second = await stageLead(stage, { name: "Sven Aalto", email: "sven@halden.example" });
    stage.clock.advance(1);
    await startCadence(bo, { leadId: second, days: [0] });
    await sweep();
    await sweep();
    expect([...(await runsOf(first)), ...(await runsOf(second))]).toHaveLength(1);
    expect((await dues(second))[0]).toMatchObject({
      state: "waiting",
      dueOn: "2026-11-23",
      reason: "The day’s limit is reached.",
    });
    stage.clock.advance(3 * DAY_MS);
    await sweep();
    expect(await runsOf(second)).toHaveLength(1);
  });

  it("drafts nothing that could not be sent, and says why it waits", async () => {
    const leadId = await stageLead(stage, { consent: false });
    await startCadence(bo, { leadId, days: [0] });
    await sweep();
    expect(await runsOf(leadId)).toEqual([]);
    expect((await getLeadFollowUps(bo, leadId)).next).toEqual([
      { why: "cadence", on: "2026-11-23", reason: "No consent is recorded." },
    ]);
  });

  it("waits while a draft of the lead waits", async () => {
    const leadId = await stageLead(stage);
    await stageFollowUp(stage, leadId);
    await startCadence(bo, { leadId, days: [0] });
    await sweep();
    expect(await runsOf(leadId)).toHaveLength(1);
    expect((await dues(leadId))[0]).toMatchObject({ state: "waiting", reason: "A draft waits already." });
    expect(await cadenceOf(leadId)).toMatchObject({ step: 0, state: "going" });
  });

  it("drafts once where two workers look at the same moment", async () => {
    const leadId = await stageLead(stage);
    await startCadence(bo, { leadId, days: [0] });
    await Promise.all([sweep(), sweep()]);
    expect(await runsOf(leadId)).toHaveLength(1);
  });

  it.each(["replied", "bounced", "unsubscribed", "closed"] as const)("ends when it is %s", async (stop) => {
    const leadId = await stageLead(stage);
    await startCadence(bo, { leadId, days: [0, 3] });
    await transact(stage.system, (work) => stopCadence(work, leadId, stop));
    await sweep();
    expect(await runsOf(leadId)).toEqual([]);
    expect(await cadenceOf(leadId)).toMatchObject({ state: "stopped", stop });
  });

  it("takes other days while it goes on", async () => {
    const leadId = await stageLead(stage);
    await startCadence(bo, { leadId, days: [3, 7] });
    await changeCadence(bo, { leadId, version: 1, days: [5] });
    expect((await dues(leadId)).map(({ dueOn, state }) => [dueOn, state])).toEqual([
      ["2026-11-25", "waiting"],
    ]);
    await expect(changeCadence(bo, { leadId, version: 1, days: [6] })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("ends for one of two who end it", async () => {
    const leadId = await stageLead(stage);
    await startCadence(bo, { leadId });
    const act = (ctx: UserCtx) => endCadence(ctx, { leadId, version: 1 });
    expect(await loserOf({ ctx: bo, act }, { ctx: stage.as("ada"), act })).toMatchObject({
      code: "conflict",
    });
    expect((await dues(leadId)).map(({ state }) => state)).toEqual(["dropped"]);
  });

  it("begins for one of two who begin it", async () => {
    const leadId = await stageLead(stage);
    const act = (ctx: UserCtx) => startCadence(ctx, { leadId });
    expect(await loserOf({ ctx: bo, act }, { ctx: stage.as("ada"), act })).toMatchObject({
      code: "conflict",
    });
  });

  it.each(["dana", "hugo"] as const)("is not %s's to begin, to end, or to draft from", async (who) => {
    const leadId = await stageLead(stage);
    const refused = { code: "forbidden" };
    await expect(startCadence(stage.as(who), { leadId })).rejects.toMatchObject(refused);
    await expect(endCadence(stage.as(who), { leadId, version: 1 })).rejects.toMatchObject(refused);
    await expect(draftNow(stage.as(who), { leadId })).rejects.toMatchObject(refused);
  });

  it("makes nobody's lead theirs who begins it", async () => {
    const leadId = await stageLead(stage);
    await stage.store.raw.update(leads).set({ ownerId: null }).where(eq(leads.id, leadId));
    await startCadence(stage.as("dana"), { leadId, days: [0] });
    const [lead] = await stage.store.raw.select().from(leads).where(eq(leads.id, leadId));
    expect(lead?.ownerId).toBe(CAST.dana.id);
    expect(await kindsOf(stage.store, leadId)).toContain("lead.changed");
    await sweep();
    expect((await runsOf(leadId)).map(({ requestedBy }) => requestedBy)).toEqual([CAST.dana.id]);
  });

  it("does not begin for a closed deal, nor without an address", async () => {
    const won = await stageLead(stage, { stage: "won" });
    await expect(startCadence(bo, { leadId: won })).rejects.toMatchObject({ code: "invalid" });
    const unknown = await stageLead(stage, { name: "Nobody", email: null, consent: false });
    await expect(startCadence(bo, { leadId: unknown })).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("drafting now", () => {
  it("brings a draft that waits for the owner, from the newest of the timeline", async () => {
    const leadId = await stageLead(stage);
    const { draftId } = await stageFollowUp(stage, leadId, "ada");
    const [draft] = await stage.store.raw.select().from(drafts).where(eq(drafts.id, draftId));
    expect(draft).toMatchObject({ workflow: "follow-up", leadId, broughtBy: CAST.bo.id, state: "pending" });
    expect(draft?.title).not.toContain("What is known");
  });

  it("is a conflict for the second of two, and while a draft waits", async () => {
    const leadId = await stageLead(stage);
    const act = (ctx: UserCtx) => draftNow(ctx, { leadId });
    expect(await loserOf({ ctx: bo, act }, { ctx: stage.as("ada"), act })).toMatchObject({
      code: "conflict",
    });
    await write(leadId);
    await stageFollowUp(stage, leadId);
    await expect(draftNow(bo, { leadId })).rejects.toMatchObject({ code: "conflict" });
  });
});

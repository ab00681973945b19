import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { drafts, followUpDues, leadEntries, promises, runs, sources } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { notesOf, stageDraft } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { stageLead } from "#e2e/support/follow-ups";
import { sweepFollowUps } from "#lib/cadence/sweep-follow-ups";
import { sweepPromises } from "#lib/cadence/sweep-promises";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

/** A promise to somebody, approved from notes that these people see. */
async function promise(toName: string, visibility: "open" | "private" = "open"): Promise<string> {
  const { draftId } = await stageDraft(stage, {
    visibility,
    by: "bo",
    text: notesOf(toName.replace(/\W/g, "")),
  });
  await stage.store.raw.update(drafts).set({ state: "approved" }).where(eq(drafts.id, draftId));
  const id = `prm_${toName.replace(/\W/g, "")}`;
  await stage.store.raw.insert(promises).values({
    id,
    draftId,
    createdAt: stage.clock.now(),
    statementId: "pr1",
    text: "Send the price of the second site",
    promiserId: CAST.bo.id,
    promiserName: CAST.bo.name,
    toName,
    dueOn: "2026-11-24",
  });
  return id;
}

const entries = (leadId: string) =>
  stage.store.raw
    .select({ kind: leadEntries.kind, promiseId: leadEntries.promiseId })
    .from(leadEntries)
    .where(eq(leadEntries.leadId, leadId));
const dues = () => stage.store.raw.select().from(followUpDues);
const sweep = () => sweepPromises(stage.system);

describe("promises to leads", () => {
  it.each(["Marta Novak", "novak elevators"])(
    "made to “%s” come onto the timeline, and are due by their day",
    async (to) => {
      const leadId = await stageLead(stage);
      const promiseId = await promise(to);
      await sweep();
      await sweep();
      expect((await entries(leadId)).filter(({ kind }) => kind === "promise")).toEqual([
        { kind: "promise", promiseId },
      ]);
      expect(await dues()).toMatchObject([
        { leadId, why: "promise", promiseId, dueOn: "2026-11-24", state: "waiting" },
      ]);
      expect(await kindsOf(stage.store, leadId)).toContain("lead.promised");
    },
  );

  it("bring a draft about the promise on that day", async () => {
    const leadId = await stageLead(stage);
    const promiseId = await promise("Marta Novak");
    await sweep();
    await sweepFollowUps(stage.system);
    expect(await stage.store.raw.select().from(runs).where(eq(runs.leadId, leadId))).toEqual([]);
    stage.clock.set("2026-11-24T14:00:00.000Z");
    await sweepFollowUps(stage.system);
    const [run] = await stage.store.raw.select().from(runs).where(eq(runs.leadId, leadId));
    expect(run?.occasion).toMatchObject({ why: "promise", promiseId });
  });

  it("that were made where not everybody was stay there", async () => {
    const leadId = await stageLead(stage);
    await promise("Marta Novak", "private");
    await sweep();
    expect((await entries(leadId)).filter(({ kind }) => kind === "promise")).toEqual([]);
  });

  it("are nobody's where two leads are called so, or none", async () => {
    await stageLead(stage);
    await stageLead(stage, { name: "Ana Novak", email: "ana@novak.example" });
    await promise("Novak Elevators");
    await promise("Somebody Else");
    await sweep();
    expect(await dues()).toEqual([]);
  });

  it("reach a lead who is added after the meeting", async () => {
    await promise("Marta Novak");
    await sweep();
    const leadId = await stageLead(stage);
    await sweep();
    expect(await dues()).toMatchObject([{ leadId }]);
  });

  it("are linked once by two workers", async () => {
    const leadId = await stageLead(stage);
    await promise("Marta Novak");
    await Promise.all([sweep(), sweep()]);
    expect((await entries(leadId)).filter(({ kind }) => kind === "promise")).toHaveLength(1);
  });
});

it("keeps the timeline's sources open to all", async () => {
  const leadId = await stageLead(stage);
  const rows = await stage.store.raw.select().from(sources).where(eq(sources.leadId, leadId));
  expect(rows.map(({ visibility }) => visibility)).toEqual(["open"]);
});

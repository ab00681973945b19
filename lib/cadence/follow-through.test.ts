import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { actions, drafts, leadEntries, leads, revisions } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { kindsOf } from "#e2e/support/events";
import { stageFollowUp, stageLead } from "#e2e/support/follow-ups";
import { followThrough } from "#lib/cadence/follow-through";
import { transact } from "#lib/events/transact";
import type { Statement } from "#lib/grounding/statement";
import { factsText } from "#lib/leads/facts-text";

let stage: Stage;
let leadId: string;
let draftId: string;
beforeEach(async () => {
  stage = await setStage();
  leadId = await stageLead(stage);
  ({ draftId } = await stageFollowUp(stage, leadId));
});

async function send({ kept = false, says }: { kept?: boolean; says?: string } = {}): Promise<void> {
  if (says) {
    const [revision] = await stage.store.raw.select().from(revisions).where(eq(revisions.draftId, draftId));
    const statements = (revision?.statements ?? []).map(
      (one): Statement => (one.section === "fact" ? { ...one, text: says } : one),
    );
    await stage.store.raw.update(revisions).set({ statements }).where(eq(revisions.draftId, draftId));
  }
  await stage.store.raw.update(drafts).set({ state: "approved" }).where(eq(drafts.id, draftId));
  await transact(stage.system, async (work) => {
    await followThrough(stage.system, work, {
      deliveryId: "dlv_1",
      draftId,
      revision: 1,
      leadId,
      approvedBy: CAST.bo.id,
      at: stage.clock.now(),
      kept,
    });
    work.record({ kind: "delivery.sent", subjectId: "dlv_1", draftId, data: { attempt: 1 } });
  });
}

const lead = async () => (await stage.store.raw.select().from(leads).where(eq(leads.id, leadId)))[0];

it("makes the sender's actions of what the mail promised", async () => {
  await send({ says: "I’ll send you the price of the second site by Wednesday." });
  expect(await stage.store.raw.select().from(actions)).toMatchObject([
    {
      draftId,
      ownerId: CAST.bo.id,
      text: "Send Marta Novak the price of the second site",
      dueOn: "2026-11-25",
      state: "open",
    },
  ]);
});

it("moves a new lead on, and waits for an answer next", async () => {
  await send();
  expect(await lead()).toMatchObject({
    stage: "contacted",
    nextStep: "Wait for an answer",
    nextStepOn: "2026-12-04",
  });
  expect(await kindsOf(stage.store, leadId)).toContain("lead.moved");
  const moved = await stage.store.raw.select().from(leadEntries).where(eq(leadEntries.kind, "stage"));
  expect(moved).toMatchObject([{ leadId, words: "From New to Contacted", by: null }]);
});

it("tells the next mail’s writer nothing of that wait", async () => {
  await send();
  const row = await lead();
  expect(row && factsText(row)).toMatch(/^Name: /);
  expect(row && factsText(row)).not.toContain("Next step");
});

it("leaves a later stage and a next step that is still to come as they are", async () => {
  const ahead = { stage: "qualified", nextStep: "Fix the first day", nextStepOn: "2026-11-26" } as const;
  await stage.store.raw.update(leads).set(ahead).where(eq(leads.id, leadId));
  await send();
  expect(await lead()).toMatchObject(ahead);
});

it("does nothing for what was only kept as a file", async () => {
  await send({ kept: true, says: "I’ll send you the price by Wednesday." });
  expect(await stage.store.raw.select().from(actions)).toEqual([]);
  expect(await lead()).toMatchObject({ stage: "new", nextStep: null });
});

import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { drafts, followUpDues, leads } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { stageFollowUp, stageLead } from "#e2e/support/follow-ups";
import { startCadence } from "#lib/cadence/start-cadence";
import { sweepFollowUps } from "#lib/cadence/sweep-follow-ups";
import { deactivatePerson } from "#lib/offboarding/deactivate-person";
import { listHeld } from "#lib/offboarding/queries";

let stage: Stage;
let leadId: string;
beforeEach(async () => {
  stage = await setStage();
  leadId = await stageLead(stage);
});

const leave = (to: string | null) =>
  deactivatePerson(stage.as("ines"), { userId: CAST.bo.id, takeOver: { leads: to } });
const lead = async () => (await stage.store.raw.select().from(leads).where(eq(leads.id, leadId)))[0];

it("names the leads of somebody who leaves", async () => {
  expect((await listHeld(stage.as("ines"), CAST.bo.id)).leads).toEqual({
    count: 1,
    hidden: 0,
    named: [{ id: leadId, name: "Marta Novak" }],
  });
});

it("gives them to whoever was chosen, with the follow-up that waits", async () => {
  const { draftId } = await stageFollowUp(stage, leadId);
  expect(await leave(CAST.dana.id)).toMatchObject({ leads: { given: 1, left: 0 }, drafts: 0 });
  expect(await lead()).toMatchObject({ ownerId: CAST.dana.id });
  const [draft] = await stage.store.raw.select().from(drafts).where(eq(drafts.id, draftId));
  expect(draft?.broughtBy).toBe(CAST.dana.id);
});

it("leaves them to nobody, and nothing more is drafted", async () => {
  await startCadence(stage.as("bo"), { leadId, days: [0] });
  expect(await leave(null)).toMatchObject({ leads: { given: 0, left: 1 } });
  expect(await lead()).toMatchObject({ ownerId: null });
  await sweepFollowUps(stage.system);
  const [due] = await stage.store.raw.select().from(followUpDues);
  expect(due).toMatchObject({ state: "waiting", reason: "Nobody owns this lead." });
});

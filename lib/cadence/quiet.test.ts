import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { followUpDues, leads, runs } from "#drizzle/schema/schema";
import { setStage } from "#e2e/support/cast";
import { stageLead } from "#e2e/support/follow-ups";
import { awaitQuiet } from "#lib/cadence/await-quiet";
import { sweepFollowUps } from "#lib/cadence/sweep-follow-ups";
import { transact } from "#lib/events/transact";
import { addNote } from "#lib/leads/add-note";

it("nudges a lead who answered and then fell silent, once, and not while something happens", async () => {
  const stage = await setStage();
  const leadId = await stageLead(stage);
  const [lead] = await stage.store.raw.select().from(leads).where(eq(leads.id, leadId));
  if (!lead) throw new Error("There is no lead.");
  await transact(stage.system, async (work) => {
    await awaitQuiet(stage.system, work, lead);
    work.record({ kind: "cadence.stopped", subjectId: leadId, data: { why: "replied" } });
  });
  const due = async () => (await stage.store.raw.select().from(followUpDues))[0];
  const drafted = () => stage.store.raw.$count(runs, eq(runs.leadId, leadId));
  expect(await due()).toMatchObject({ why: "quiet", dueOn: "2026-12-04", state: "waiting" });

  // Bo calls them in the meantime.
  stage.clock.set("2026-12-01T15:00:00.000Z");
  await addNote(stage.as("bo"), {
    leadId,
    kind: "call",
    text: "They will look at it this week.",
    on: "2026-12-01",
  });
  stage.clock.set("2026-12-04T15:00:00.000Z");
  await sweepFollowUps(stage.system);
  expect(await drafted()).toBe(0);
  expect(await due()).toMatchObject({ dueOn: "2026-12-15", reason: "Something happened since." });

  stage.clock.set("2026-12-15T15:00:00.000Z");
  await sweepFollowUps(stage.system);
  expect(await drafted()).toBe(1);
  stage.clock.set("2027-02-01T15:00:00.000Z");
  await sweepFollowUps(stage.system);
  expect(await drafted()).toBe(1);
  const [run] = await stage.store.raw.select().from(runs).where(eq(runs.leadId, leadId));
  expect(run?.occasion?.why).toBe("quiet");
});

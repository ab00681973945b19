import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { modelCalls, runs } from "#drizzle/schema/schema";
import { type Stage, setStage } from "#e2e/support/cast";
import { storeNotes } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { loserOf } from "#e2e/support/race";
import { listPlans } from "#lib/budgets/queries";
import { setBaseline } from "#lib/budgets/set-baseline";
import { setBudget } from "#lib/budgets/set-budget";
import { sweepBudgets } from "#lib/budgets/sweep-budgets";
import { rulesWriter } from "#lib/llm/rules-writer";
import { performRun } from "#lib/runs/perform-run";

const NOTES = { workflow: "meeting-notes" };

let stage: Stage;
beforeEach(async () => {
  stage = await setStage("2026-11-20T15:00:00Z");
});

const budget = (monthCents: number | null, version = 0) =>
  setBudget(stage.as("ada"), { ...NOTES, version, monthCents });

/** A run by Claude that waits, in a month in which `micros` were spent. */
async function claudeRun(micros: bigint | null): Promise<string> {
  const { runId } = await storeNotes(stage);
  if (!runId) throw new Error("There is no run.");
  await stage.store.raw.update(runs).set({ writer: "claude" }).where(eq(runs.id, runId));
  await stage.store.raw.insert(modelCalls).values({
    id: "cal_1",
    runId,
    attempt: 0,
    model: "m",
    host: "h",
    outcome: "answered",
    costMicros: micros,
    startedAt: stage.clock.now(),
  });
  return runId;
}

const perform = (runId: string) => performRun(stage.system, () => rulesWriter, runId);

async function stateOf(runId: string) {
  const [run] = await stage.store.raw.select().from(runs).where(eq(runs.id, runId));
  return run;
}

describe("a budget", () => {
  it("is set, changed and taken away, with who and when", async () => {
    expect(await budget(4500)).toEqual({ version: 1, released: 0 });
    expect(await budget(6000, 1)).toEqual({ version: 2, released: 0 });
    const [plan] = await listPlans(stage.as("ines"));
    expect(plan).toMatchObject({
      ...NOTES,
      monthMicros: { value: 60_000_000, by: "Ada Lindqvist", at: "2026-11-20T15:00:00.000Z", version: 2 },
    });
    await budget(null, 2);
    expect((await listPlans(stage.as("ada")))[0]?.monthMicros).toBeNull();
    expect(await kindsOf(stage.store, "meeting-notes")).toEqual(["budget.set", "budget.set", "budget.set"]);
  });

  it("is set by leaders and admins, for workflows there are, and by one of two at once", async () => {
    for (const key of ["bo", "dana", "hugo"] as const)
      await expect(setBudget(stage.as(key), { ...NOTES, version: 0, monthCents: 1 })).rejects.toMatchObject({
        code: "forbidden",
      });
    await expect(
      setBudget(stage.as("ada"), { workflow: "made-up", version: 0, monthCents: 1 }),
    ).rejects.toMatchObject({ code: "not_found" });
    const loser = await loserOf(
      { ctx: stage.as("ada"), act: (ctx) => setBudget(ctx, { ...NOTES, version: 0, monthCents: 1 }) },
      { ctx: stage.as("ines"), act: (ctx) => setBudget(ctx, { ...NOTES, version: 0, monthCents: 2 }) },
    );
    expect(loser).toMatchObject({ code: "conflict" });
  });

  it("that is used up holds a run with the reason, and raising it lets the run go on", async () => {
    await budget(4500);
    const runId = await claudeRun(45_000_000n);
    await perform(runId);
    expect(await stateOf(runId)).toMatchObject({
      state: "held",
      error: {
        kind: "budget",
        sentence:
          "Meeting notes has used its $45 for November. This run is held, and its source is stored. It goes on when a leader raises the budget, or when the month is over.",
      },
    });
    expect(await budget(4500, 1)).toMatchObject({ released: 0 });
    expect(await budget(6000, 2)).toMatchObject({ released: 1 });
    expect(await stateOf(runId)).toMatchObject({ state: "queued", error: null });
    expect(stage.queue.entries.at(-1)).toMatchObject({ kind: "run", id: runId });
    await perform(runId);
    expect(await stateOf(runId)).toMatchObject({ state: "done" });
    expect(await kindsOf(stage.store, runId)).toContain("run.released");
  });

  it("holds nothing the rules write, nothing below it, and counts no price that nobody knows", async () => {
    await budget(4500);
    const runId = await claudeRun(null);
    await perform(runId);
    expect(await stateOf(runId)).toMatchObject({ state: "done" });
  });

  it("lets go with the next month of the company, once, whoever sweeps", async () => {
    await budget(4500);
    const runId = await claudeRun(50_000_000n);
    await perform(runId);
    await sweepBudgets(stage.system);
    expect(await stateOf(runId)).toMatchObject({ state: "held" });
    // Midnight of 1 December in Toronto.
    stage.clock.advance(Date.parse("2026-12-01T05:00:00Z") - stage.clock.now().getTime());
    await Promise.all([sweepBudgets(stage.system), sweepBudgets(stage.system)]);
    expect(await stateOf(runId)).toMatchObject({ state: "queued" });
    expect((await kindsOf(stage.store, runId)).filter((kind) => kind === "run.released")).toHaveLength(1);
  });
});

describe("a baseline", () => {
  it("is set by leaders, with the event, and refused to others and to who saw an older one", async () => {
    expect(await setBaseline(stage.as("ada"), { ...NOTES, version: 0, minutes: 25 })).toEqual({ version: 1 });
    await expect(setBaseline(stage.as("ines"), { ...NOTES, version: 0, minutes: 5 })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(setBaseline(stage.as("dana"), { ...NOTES, version: 1, minutes: 5 })).rejects.toMatchObject({
      code: "forbidden",
    });
    const [plan] = await listPlans(stage.as("ada"));
    expect(plan?.minutes).toMatchObject({ value: 25, by: "Ada Lindqvist", version: 1 });
    expect(await kindsOf(stage.store, "meeting-notes")).toEqual(["baseline.set"]);
  });
});

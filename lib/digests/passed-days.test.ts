import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { runs, standupDays, standupUpdates } from "#drizzle/schema/schema";
import { type Stage, setStage } from "#e2e/support/cast";
import { post, stageStandup } from "#e2e/support/standups";
import { NOBODY_THERE } from "#lib/digests/passed-days";
import { sweepStandups } from "#lib/digests/sweep-standups";

const HOUR = 3_600_000;

let stage: Stage;
beforeEach(async () => {
  // Friday, nine in the morning; digests are due at ten.
  stage = await setStage();
  await stageStandup(stage, { remindAt: null });
});

const days = () =>
  stage.store.raw
    .select({
      day: standupDays.day,
      state: standupDays.state,
      reason: standupDays.reason,
      runId: standupDays.runId,
    })
    .from(standupDays)
    .orderBy(asc(standupDays.day));
const twice = async () => {
  await sweepStandups(stage.system);
  await sweepStandups(stage.system);
};

describe("after some days without a worker", () => {
  it("the last day has its digest, and those before it say why they have none", async () => {
    await post(stage, "dana", "Friday’s work.");
    stage.clock.set("2026-11-23T14:00:00Z");
    await post(stage, "dana", "Monday’s work.");
    stage.clock.set("2026-11-24T14:00:00Z");
    await post(stage, "dana", "Tuesday’s work.");
    stage.clock.advance(3 * HOUR);
    await Promise.all([twice(), twice()]);
    expect(await days()).toMatchObject([
      { day: "2026-11-20", state: "skipped", reason: NOBODY_THERE, runId: null },
      { day: "2026-11-23", state: "skipped", reason: NOBODY_THERE, runId: null },
      { day: "2026-11-24", state: "closed", reason: null },
      { day: "2026-11-25", state: "open" },
    ]);
    expect(await stage.store.raw.$count(runs)).toBe(1);
    expect(await stage.store.raw.$count(standupUpdates, eq(standupUpdates.late, true))).toBe(0);
  });

  it("a day that nobody wrote for after it leaves it its digest", async () => {
    await post(stage, "dana", "Friday’s work.");
    stage.clock.set("2026-11-24T17:00:00Z");
    await twice();
    expect(await days()).toMatchObject([
      { day: "2026-11-20", state: "closed", reason: null },
      { day: "2026-11-25", state: "open" },
    ]);
  });

  it("some hours late, the day has its digest all the same", async () => {
    await post(stage, "dana", "Friday’s work.");
    stage.clock.advance(40 * HOUR);
    await twice();
    expect(await days()).toMatchObject([
      { day: "2026-11-20", state: "closed" },
      { day: "2026-11-23", state: "open" },
    ]);
  });

  it("a year later, one digest is asked for", async () => {
    await post(stage, "dana", "Friday’s work.");
    stage.clock.set("2027-11-19T14:00:00Z");
    await post(stage, "dana", "A year of work.");
    stage.clock.advance(3 * HOUR);
    await twice();
    const rows = await days();
    expect(rows).toHaveLength(3);
    expect(rows.filter(({ state }) => state === "closed")).toMatchObject([{ day: "2027-11-19" }]);
    expect(await stage.store.raw.$count(runs)).toBe(1);
  });
});

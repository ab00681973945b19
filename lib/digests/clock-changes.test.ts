import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { runs, standupDays, standups, standupUpdates, users } from "#drizzle/schema/schema";
import { ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { post, stageStandup, WEEKDAYS } from "#e2e/support/standups";
import { sweepStandups } from "#lib/digests/sweep-standups";
import { writeDigestNow } from "#lib/digests/write-now";
import { addDays, type Day, localDay } from "#lib/format/dates";
import { instantAt } from "#lib/format/zoned";
import { changeStandup } from "#lib/standups/change-standup";
import type { ChangeStandup } from "#lib/standups/schema";

const MINUTE = 60_000;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const days = () => stage.store.raw.select().from(standupDays).orderBy(asc(standupDays.day));
/** The days whose digest was asked for, each with when; and that each has a run of its own. */
async function closed(): Promise<[Day, string | undefined][]> {
  const rows = (await days()).filter(({ state }) => state === "closed");
  expect(await stage.store.raw.$count(runs)).toBe(rows.length);
  expect(new Set(rows.map(({ runId }) => runId)).size).toBe(rows.length);
  return rows.map(({ day, closedAt }) => [day, closedAt?.toISOString()]);
}
const states = async () => (await days()).map(({ day, state }) => [day, state]);
/** One tick of two workers at once. */
const tick = () => Promise.all([sweepStandups(stage.system), sweepStandups(stage.system)]);
const at = (day: Day, minutes: number, timeZone: string) => instantAt(day, minutes, timeZone).toISOString();

async function change(to: Partial<ChangeStandup>): Promise<void> {
  const [row] = await stage.store.raw.select().from(standups).where(eq(standups.teamId, ENGINEERING.id));
  if (!row) throw new Error("There is no stand-up.");
  await changeStandup(stage.as("dana"), { ...row, ...to });
}

const UTC_OF: [string, Day, number, string[]][] = [
  ["America/Toronto", "2027-03-13", 600, ["13T15:00", "14T14:00", "15T14:00"]],
  ["America/Toronto", "2026-10-31", 600, ["31T14:00", "01T15:00", "02T15:00"]],
  ["Europe/London", "2027-03-27", 600, ["27T10:00", "28T09:00", "29T09:00"]],
  ["Europe/London", "2026-10-24", 600, ["24T09:00", "25T10:00", "26T10:00"]],
  ["Australia/Sydney", "2026-10-03", 600, ["03T00:00", "03T23:00", "04T23:00"]],
  ["Australia/Sydney", "2027-04-03", 600, ["02T23:00", "04T00:00", "05T00:00"]],
  // The hour of the digest itself is skipped, and comes twice.
  ["America/Toronto", "2027-03-13", 150, ["13T07:30", "14T07:30", "15T06:30"]],
  ["America/Toronto", "2026-10-31", 90, ["31T05:30", "01T05:30", "02T06:30"]],
  ["Europe/London", "2027-03-27", 90, ["27T01:30", "28T01:30", "29T00:30"]],
  ["Europe/London", "2026-10-24", 90, ["24T00:30", "25T00:30", "26T01:30"]],
  ["Australia/Sydney", "2026-10-03", 150, ["02T16:30", "03T16:30", "04T15:30"]],
  ["Australia/Sydney", "2027-04-03", 150, ["02T15:30", "03T15:30", "04T16:30"]],
];

describe("while clocks change", () => {
  it.each(UTC_OF)(
    "in %s from %s on, at minute %i, each day has one digest at its hour",
    async (timeZone, first, digestAt, expected) => {
      stage.clock.set(at(first, 0, timeZone));
      await stage.store.raw.update(users).set({ timeZone });
      await stageStandup(stage, { days: EVERY_DAY, timeZone, digestAt, remindAt: null });
      const end = instantAt(addDays(first, 3), 0, timeZone);
      for (let wrote = ""; stage.clock.now() < end; stage.clock.advance(30 * MINUTE)) {
        const today = localDay(stage.clock.now(), timeZone);
        if (today !== wrote) await post(stage, "dana", `Renewed certificate ${today}.`);
        wrote = today;
        await tick();
      }
      expect((await closed()).map(([day, when]) => [day, when?.slice(8, 16)])).toEqual(
        expected.map((when, n) => [addDays(first, n), when]),
      );
      const late = await stage.store.raw.$count(standupUpdates, eq(standupUpdates.late, true));
      expect(late).toBe(0);
    },
  );
});

describe("a stand-up that is changed", () => {
  it("to another time zone and back on its day has one digest of each day", async () => {
    stage.clock.set("2026-11-16T05:00:00Z");
    await stageStandup(stage, { days: EVERY_DAY, remindAt: null });
    const zones = [
      "Australia/Sydney",
      "America/Toronto",
      "Europe/London",
      "Pacific/Auckland",
      "Pacific/Honolulu",
    ];
    const posted = new Set<Day>();
    for (let hour = 0; hour < 24 * 7; hour++, stage.clock.advance(60 * MINUTE)) {
      if (hour % 5 === 0) await change({ timeZone: zones[(hour / 5) % zones.length] as string });
      if (hour % 7 === 0) await change({ digestAt: (hour * 97) % 1440 });
      const { day } = await post(stage, "dana", `Did number ${hour}.`);
      posted.add(day);
      await tick();
      expect((await days()).filter(({ state }) => state === "open")).toHaveLength(1);
    }
    const told = (await closed()).map(([day]) => day);
    expect(new Set(told).size).toBe(told.length);
    // Every day that went by was held: closed, or skipped as nobody had written for it yet.
    const held = (await days()).map(({ day }) => day);
    expect(held).toEqual(held.map((_, n) => addDays(held[0] as Day, n)));
    expect(posted.size).toBeGreaterThan(5);
  });

  it("to more days is held on one that comes before the next", async () => {
    await stageStandup(stage, { days: [4], remindAt: null });
    expect(await states()).toEqual([["2026-11-26", "open"]]);
    await change({ days: [1, 4] });
    expect(await states()).toEqual([["2026-11-23", "open"]]);
    await change({ days: [4] });
    expect(await states()).toEqual([["2026-11-26", "open"]]);
  });

  it("to an hour that is over has its digest at once, and not again at the new one", async () => {
    await stageStandup(stage, { remindAt: null });
    await post(stage, "dana", "Merged it.");
    await change({ digestAt: 480 });
    await tick();
    await change({ digestAt: 1200 });
    await tick();
    stage.clock.set("2026-11-21T01:30:00Z");
    await tick();
    expect((await closed()).map(([day]) => day)).toEqual(["2026-11-20"]);
    expect(await states()).toEqual([
      ["2026-11-20", "closed"],
      ["2026-11-23", "open"],
    ]);
  });

  it("and ended and begun again on its day has one digest of it", async () => {
    await stageStandup(stage, { remindAt: null });
    await post(stage, "dana", "Merged it.");
    await writeDigestNow(stage.as("dana"), { teamId: ENGINEERING.id, day: "2026-11-20" });
    await change({ active: false });
    await tick();
    expect(await states()).toEqual([["2026-11-20", "closed"]]);
    await change({ active: true });
    stage.clock.advance(60 * MINUTE);
    await tick();
    expect(await states()).toEqual([
      ["2026-11-20", "closed"],
      ["2026-11-23", "open"],
    ]);
  });
});

describe("a worker that was down for three days", () => {
  it("closes the open day once, and goes on with the next that is to come", async () => {
    stage.clock.set(at("2026-11-16", 540, WEEKDAYS.timeZone));
    await stageStandup(stage, { remindAt: null });
    await post(stage, "dana", "Merged it.");
    stage.clock.set(at("2026-11-19", 660, WEEKDAYS.timeZone));
    await tick();
    await tick();
    expect((await closed()).map(([day]) => day)).toEqual(["2026-11-16"]);
    expect(await states()).toEqual([
      ["2026-11-16", "closed"],
      ["2026-11-20", "open"],
    ]);
  });
});

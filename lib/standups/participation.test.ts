import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { standupDays, standups, standupUpdates, teamMembers, teams, users } from "#drizzle/schema/schema";
import { CAST, type CastKey, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { stageMeeting } from "#e2e/support/records";
import { expectedOn } from "#lib/calendar/expected-on";
import { importHolidays } from "#lib/calendar/import-holidays";
import { recordAbsence } from "#lib/calendar/record-absence";
import { addDays, type Day } from "#lib/format/dates";
import { participation } from "#lib/standups/participation";

const FROM = "2026-11-20";
const UNTIL = "2026-12-04";
const SALES = "tea_sales";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage("2026-11-20T11:00:00Z");
  const { raw } = stage.store;
  await raw.insert(teams).values({ id: SALES, name: "Sales", leadId: CAST.ada.id, createdAt: new Date() });
  await raw.insert(teamMembers).values([
    { teamId: ENGINEERING.id, userId: CAST.bo.id },
    { teamId: ENGINEERING.id, userId: CAST.hugo.id },
    { teamId: SALES, userId: CAST.bo.id },
  ]);
  for (const teamId of [ENGINEERING.id, SALES]) {
    await raw.insert(standups).values({
      teamId,
      active: true,
      days: [1, 2, 3, 4, 5],
      timeZone: "America/Toronto",
      digestAt: 600,
      visibility: "team",
      createdAt: stage.clock.now(),
      changedBy: CAST.ada.id,
    });
    for (let day = FROM; day <= UNTIL; day = addDays(day, 1))
      await raw.insert(standupDays).values({
        id: `sud_${teamId}_${day}`,
        teamId,
        day,
        dueAt: new Date(`${day}T15:00:00Z`),
        state: day === UNTIL ? "open" : "closed",
        createdAt: stage.clock.now(),
      });
  }
});

async function write(key: CastKey, day: Day, late = false): Promise<void> {
  const { sourceId } = await stageMeeting(stage);
  const at = stage.clock.now();
  await stage.store.raw.insert(standupUpdates).values({
    id: `upd_${key}_${day}`,
    teamId: ENGINEERING.id,
    day,
    userId: CAST[key].id,
    name: CAST[key].name,
    sourceId,
    via: "page",
    late,
    createdAt: at,
    changedAt: at,
  });
}

const shares = (key: CastKey) =>
  participation(stage.store.raw, stage.as(key).actor, { from: FROM, until: UNTIL });

/** The same, day after day and person after person. */
async function slowly(teamId: string) {
  const { raw } = stage.store;
  let expected = 0;
  let wrote = 0;
  for (let day = FROM; day < UNTIL; day = addDays(day, 1))
    for (const { id, away } of await expectedOn(raw, teamId, day)) {
      if (away !== null) continue;
      expected += 1;
      const theirs = and(eq(standupUpdates.userId, id), eq(standupUpdates.day, day));
      const [update] = await raw.select().from(standupUpdates).where(theirs);
      if (update?.teamId === teamId && !update.late) wrote += 1;
    }
  return { expected, wrote };
}

describe("participation", () => {
  beforeEach(async () => {
    await importHolidays(stage.as("ines"), { text: "2026-11-26 Founders’ Day" });
    await importHolidays(stage.as("ines"), { text: "2026-11-27 Rest", timeZones: ["Europe/London"] });
    await recordAbsence(stage.as("bo"), { userId: CAST.bo.id, fromOn: "2026-12-01", untilOn: "2026-12-09" });
    await stage.store.raw
      .update(users)
      .set({ timeZone: "Europe/London", workingDays: [1, 2, 3, 5, 6] })
      .where(eq(users.id, CAST.chidi.id));
    await write("bo", "2026-11-20");
    await write("bo", "2026-11-23", true);
    await write("bo", "2026-12-02");
    await write("dana", "2026-11-24");
    await write("dana", "2026-11-26");
    await write("chidi", "2026-11-28");
    await write("hugo", "2026-11-24");
  });

  it("is of who worked and wrote in time, as counting it slowly says", async () => {
    const [engineering, sales] = await shares("ada");
    expect(engineering).toMatchObject({ team: "Engineering", ...(await slowly(ENGINEERING.id)) });
    expect(engineering).toMatchObject({ wrote: 3 });
    expect(sales).toMatchObject({ team: "Sales", ...(await slowly(SALES)) });
  });

  it("is of one team where one is asked for", async () => {
    const only = { teamId: SALES, from: FROM, until: UNTIL };
    const rows = await participation(stage.store.raw, stage.as("ada").actor, only);
    expect(rows.map(({ team }) => team)).toEqual(["Sales"]);
  });

  it("is told to leaders and admins of all teams, to others of the stand-ups they see", async () => {
    const seenBy = async (key: CastKey) => (await shares(key)).map(({ team }) => team);
    expect(await seenBy("ada")).toEqual(["Engineering", "Sales"]);
    expect(await seenBy("ines")).toEqual(["Engineering", "Sales"]);
    expect(await seenBy("dana")).toEqual(["Engineering"]);
    expect(await seenBy("hugo")).toEqual([]);
    await stage.store.raw.update(standups).set({ visibility: "open" }).where(eq(standups.teamId, SALES));
    expect(await seenBy("dana")).toEqual(["Engineering", "Sales"]);
    expect(await seenBy("hugo")).toEqual(["Sales"]);
  });
});

import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { absences, events, holidays, users } from "#drizzle/schema/schema";
import { CAST, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { loserOf } from "#e2e/support/race";
import { endAbsence } from "#lib/calendar/end-absence";
import { expectedOn } from "#lib/calendar/expected-on";
import { importHolidays } from "#lib/calendar/import-holidays";
import { listAbsences, listHolidays } from "#lib/calendar/queries";
import { readWorkDays } from "#lib/calendar/read-work-days";
import { recordAbsence } from "#lib/calendar/record-absence";
import { removeHoliday } from "#lib/calendar/remove-holiday";
import { firstWorkDay, worksOn } from "#lib/calendar/work-days";
import type { UserCtx } from "#lib/events/context";

let stage: Stage;
beforeEach(async () => {
  // Friday noon in Toronto.
  stage = await setStage("2026-11-20T17:00:00Z");
});

const NEXT_WEEK = { fromOn: "2026-11-23", untilOn: "2026-11-27" };
const recorded = () =>
  stage.store.raw
    .select({ kind: events.kind, subjectId: events.subjectId })
    .from(events)
    .orderBy(asc(events.seq));
const daysOf = (key: keyof typeof CAST) => readWorkDays(stage.store.raw, CAST[key].id, stage.clock.now());

describe("time away", () => {
  it("is one’s own to record, and one does not work then", async () => {
    const bo = stage.as("bo");
    await recordAbsence(bo, { userId: CAST.bo.id, ...NEXT_WEEK });
    expect(await recorded()).toEqual([{ kind: "absence.recorded", subjectId: CAST.bo.id }]);
    const work = await daysOf("bo");
    expect(["2026-11-20", "2026-11-23", "2026-11-27", "2026-11-30"].map((day) => worksOn(day, work))).toEqual(
      [true, false, false, true],
    );
    expect(firstWorkDay("2026-11-21", work)).toBe("2026-11-30");
    expect(await listAbsences(bo, CAST.bo.id)).toEqual([
      { id: expect.any(String), ...NEXT_WEEK, begun: false },
    ]);
  });

  it("is for the lead of a team of theirs too, and not for others", async () => {
    const away = { userId: CAST.chidi.id, ...NEXT_WEEK };
    await expect(recordAbsence(stage.as("bo"), away)).rejects.toMatchObject({ code: "forbidden" });
    await recordAbsence(stage.as("dana"), away);
    expect(await listAbsences(stage.as("dana"), CAST.chidi.id)).toHaveLength(1);
    expect(await listAbsences(stage.as("bo"), CAST.chidi.id)).toEqual([]);
  });

  it("does not lie over what is recorded, nor in the past, nor backwards", async () => {
    const bo = stage.as("bo");
    await recordAbsence(bo, { userId: CAST.bo.id, ...NEXT_WEEK });
    const again = { userId: CAST.bo.id, fromOn: "2026-11-27", untilOn: "2026-12-01" };
    await expect(recordAbsence(bo, again)).rejects.toMatchObject({ code: "conflict" });
    await expect(
      recordAbsence(bo, { userId: CAST.bo.id, fromOn: "2026-11-16", untilOn: "2026-11-19" }),
    ).rejects.toMatchObject({ code: "invalid" });
    await expect(
      recordAbsence(bo, { userId: CAST.bo.id, fromOn: "2026-12-10", untilOn: "2026-12-09" }),
    ).rejects.toThrow("The last day is before the first.");
  });

  it("goes to the faster of two", async () => {
    const act = (ctx: UserCtx) => recordAbsence(ctx, { userId: CAST.bo.id, ...NEXT_WEEK });
    const lost = await loserOf({ ctx: stage.as("bo"), act }, { ctx: stage.as("ada"), act });
    expect(lost).toMatchObject({ code: "conflict" });
    expect(await stage.store.raw.select().from(absences)).toHaveLength(1);
  });

  it("ends yesterday where it has begun, and goes away where it is to come", async () => {
    const bo = stage.as("bo");
    const now = { userId: CAST.bo.id, fromOn: "2026-11-18", untilOn: "2026-11-27" };
    const { absenceId } = await recordAbsence(bo, now);
    await expect(endAbsence(stage.as("dana"), { absenceId })).rejects.toMatchObject({ code: "forbidden" });
    await endAbsence(bo, { absenceId });
    const [row] = await stage.store.raw.select().from(absences);
    expect(row).toMatchObject({ fromOn: "2026-11-18", untilOn: "2026-11-19" });
    await expect(endAbsence(bo, { absenceId })).rejects.toMatchObject({ code: "conflict" });
    const later = await recordAbsence(bo, { userId: CAST.bo.id, ...NEXT_WEEK });
    await endAbsence(bo, later);
    expect(await listAbsences(bo, CAST.bo.id)).toEqual([]);
    expect((await recorded()).map(({ kind }) => kind)).toEqual([
      "absence.recorded",
      "absence.ended",
      "absence.recorded",
      "absence.ended",
    ]);
  });
});

describe("holidays", () => {
  it("are for everybody, or for the people of some time zones", async () => {
    const ines = stage.as("ines");
    await importHolidays(ines, { text: "2026-12-25 Christmas Day" });
    await importHolidays(ines, { text: "2026-11-26 Thanksgiving", timeZones: ["America/New_York"] });
    expect(worksOn("2026-12-25", await daysOf("bo"))).toBe(false);
    expect(worksOn("2026-11-26", await daysOf("bo"))).toBe(true);
    await stage.store.raw.update(users).set({ timeZone: "America/New_York" }).where(eq(users.id, CAST.bo.id));
    expect(worksOn("2026-11-26", await daysOf("bo"))).toBe(false);
    const company = await readWorkDays(stage.store.raw, null, stage.clock.now());
    expect(["2026-11-26", "2026-12-25"].map((day) => worksOn(day, company))).toEqual([true, false]);
  });

  it("are taken once, and all of a list or none", async () => {
    const ines = stage.as("ines");
    expect(await importHolidays(ines, { text: "2026-12-25 Christmas Day\n2026-12-26 Boxing Day" })).toEqual({
      added: 2,
    });
    const again = importHolidays(ines, { text: "2026-12-25 Christmas Day" });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    await expect(importHolidays(ines, { text: "2026-12-31 Eve\nsoon" })).rejects.toThrow("“soon”");
    expect((await listHolidays(stage.as("hugo"), {})).rows.map(({ name }) => name)).toEqual([
      "Christmas Day",
      "Boxing Day",
    ]);
    expect((await recorded()).map(({ kind }) => kind)).toEqual(["holiday.added"]);
  });

  it("are taken off once, by admins", async () => {
    const ines = stage.as("ines");
    await importHolidays(ines, { text: "2026-12-25 Christmas Day" });
    const [row] = await stage.store.raw.select().from(holidays);
    const input = { holidayId: row?.id ?? "" };
    await expect(removeHoliday(stage.as("ada"), input)).rejects.toMatchObject({ code: "forbidden" });
    const off = { ctx: ines, act: (ctx: UserCtx) => removeHoliday(ctx, input) };
    expect(await loserOf(off, off)).toMatchObject({ code: "not_found" });
    expect(await stage.store.raw.select().from(holidays)).toEqual([]);
  });

  it("are listed page after page", async () => {
    const text = Array.from({ length: 75 }, (_, n) => `${2027 + n}-07-01 Canada Day`).join("\n");
    await importHolidays(stage.as("ines"), { text });
    const first = await listHolidays(stage.as("bo"), {});
    const second = await listHolidays(stage.as("bo"), { cursor: first.next ?? "" });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([60, 15, null]);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(75);
  });
});

describe("who is expected", () => {
  it("is every member who works that day, with why others are not", async () => {
    await importHolidays(stage.as("ines"), { text: "2026-12-25 Christmas Day" });
    await recordAbsence(stage.as("dana"), { userId: CAST.chidi.id, ...NEXT_WEEK });
    const expected = async (day: string) =>
      (await expectedOn(stage.store.raw, ENGINEERING.id, day)).map(({ name, away }) => [name, away]);
    const dana = CAST.dana.name;
    const chidi = CAST.chidi.name;
    expect(await expected("2026-11-20")).toEqual([
      [chidi, null],
      [dana, null],
    ]);
    expect(await expected("2026-11-24")).toEqual([
      [chidi, "away until Fri 27 Nov"],
      [dana, null],
    ]);
    expect(await expected("2026-11-27")).toEqual([
      [chidi, "away"],
      [dana, null],
    ]);
    expect(await expected("2026-12-25")).toEqual([
      [chidi, "Christmas Day"],
      [dana, "Christmas Day"],
    ]);
    expect(await expected("2026-11-21")).toEqual([
      [chidi, "does not work on Saturdays"],
      [dana, "does not work on Saturdays"],
    ]);
  });

  it("is nobody who left or only reads", async () => {
    await stage.store.raw.update(users).set({ role: "viewer" }).where(eq(users.id, CAST.chidi.id));
    await stage.store.raw.update(users).set({ deactivatedAt: new Date() }).where(eq(users.id, CAST.dana.id));
    expect(await expectedOn(stage.store.raw, ENGINEERING.id, "2026-11-20")).toEqual([]);
  });
});

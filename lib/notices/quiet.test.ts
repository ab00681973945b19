import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDay } from "#lib/format/dates";
import { instantAt, isWorkingDay, localMinutes } from "#lib/format/zoned";
import { firstLoudMoment, type Hours } from "#lib/notices/quiet";

const WEEK = { timeZone: "America/Toronto", workingDays: [1, 2, 3, 4, 5], absences: [], holidays: [] };
const night: Hours = { ...WEEK, quietFrom: 18 * 60, quietUntil: 8 * 60 };
const noon: Hours = { ...WEEK, quietFrom: 12 * 60, quietUntil: 13 * 60 };
const never: Hours = { ...WEEK, quietFrom: null, quietUntil: null };

describe("the first loud moment", () => {
  it.each([
    ["in the day", night, "2026-11-20 09:00", "2026-11-20 09:00"],
    ["before the morning", night, "2026-11-20 07:59", "2026-11-20 08:00"],
    ["in the evening", night, "2026-11-19 18:00", "2026-11-20 08:00"],
    ["on Friday evening", night, "2026-11-20 18:00", "2026-11-23 08:00"],
    ["on Saturday", night, "2026-11-21 12:00", "2026-11-23 08:00"],
    ["at lunch", noon, "2026-11-20 12:30", "2026-11-20 13:00"],
    ["after lunch", noon, "2026-11-20 13:00", "2026-11-20 13:00"],
    [
      "while away",
      { ...night, absences: [{ fromOn: "2026-11-20", untilOn: "2026-12-04" }] },
      "2026-11-20 09:00",
      "2026-12-07 08:00",
    ],
    [
      "on a holiday",
      { ...never, holidays: [{ day: "2026-11-11", name: "Remembrance Day" }] },
      "2026-11-11 09:00",
      "2026-11-12 00:00",
    ],
    ["on Saturday without quiet hours", never, "2026-11-21 12:00", "2026-11-23 00:00"],
    [
      "in the night the clocks go back",
      { ...night, workingDays: [7] },
      "2026-11-01 07:59",
      "2026-11-01 08:00",
    ],
  ])("%s", (_, hours, at, loud) => {
    const [day = "", clock = ""] = loud.split(" ");
    expect(firstLoudMoment(instantOf(at, hours), hours)).toEqual(instantOf(`${day} ${clock}`, hours));
  });

  it("is never quiet, on no day off, and not before it was asked for", () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    const hours = fc.record({
      absences: fc.constant<Hours["absences"]>([]),
      holidays: fc.constant<Hours["holidays"]>([]),
      timeZone: fc.constantFrom("America/Toronto", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia"),
      workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      quietFrom: minutes,
      quietUntil: minutes,
    });
    const instants = fc.date({
      min: new Date("2026-01-01"),
      max: new Date("2028-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(hours, instants, (given, at) => {
        fc.pre(given.quietFrom !== given.quietUntil);
        const loud = firstLoudMoment(at, given);
        const now = localMinutes(loud, given.timeZone);
        const { quietFrom: from, quietUntil: until } = given;
        const quiet = from < until ? now >= from && now < until : now >= from || now < until;
        return loud >= at && !quiet && isWorkingDay(localDay(loud, given.timeZone), given.workingDays);
      }),
      { numRuns: 400 },
    );
  });
});

function instantOf(text: string, { timeZone }: Hours): Date {
  const [day = "", clock = ""] = text.split(" ");
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return instantAt(day, hours * 60 + minutes, timeZone);
}

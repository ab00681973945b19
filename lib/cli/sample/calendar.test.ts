import { describe, expect, it } from "vitest";
import { dayOf, instantAt, workingDay, workingHoursLater } from "#lib/cli/sample/calendar";
import { addDays, weekday } from "#lib/format/dates";

const TORONTO = "America/Toronto";

describe("instantAt", () => {
  it.each([
    ["2026-11-20", 9, "2026-11-20T14:00:00.000Z"],
    ["2026-07-01", 14.5, "2026-07-01T18:30:00.000Z"],
    ["2026-03-08", 1, "2026-03-08T06:00:00.000Z"],
    ["2026-03-08", 12, "2026-03-08T16:00:00.000Z"],
    ["2026-11-01", 12, "2026-11-01T17:00:00.000Z"],
    ["2026-11-20", 23.75, "2026-11-21T04:45:00.000Z"],
  ])("of %s at %f in Toronto is %s", (day, hour, instant) => {
    expect(instantAt(day, hour, TORONTO).toISOString()).toBe(instant);
  });
});

describe("workingDay", () => {
  it.each([
    ["2026-11-20", 1, "2026-11-23"],
    ["2026-11-20", 0, "2026-11-20"],
    ["2026-11-23", -1, "2026-11-20"],
    ["2026-11-21", 1, "2026-11-23"],
    ["2026-11-22", -6, "2026-11-13"],
  ])("from %s by %i is %s", (day, count, expected) => {
    expect(workingDay(day, count)).toBe(expected);
  });
});

describe("workingHoursLater", () => {
  it.each([
    ["2026-11-20T14:00:00Z", 2, "2026-11-20T16:00:00.000Z"],
    ["2026-11-20T21:30:00Z", 2, "2026-11-23T15:00:00.000Z"],
    ["2026-11-20T11:00:00Z", 1, "2026-11-20T15:00:00.000Z"],
    ["2026-11-18T22:00:00Z", 9, "2026-11-19T22:30:00.000Z"],
    ["2026-11-18T22:00:00Z", 10, "2026-11-20T15:00:00.000Z"],
  ])("from %s by %i is %s", (from, hours, expected) => {
    expect(workingHoursLater(new Date(from), hours, TORONTO).toISOString()).toBe(expected);
  });
});

describe("the day of a meeting", () => {
  const week = Array.from({ length: 7 }, (_, n) => addDays("2026-11-16", n));

  it.each(week)("lies before today and on the weekday named, seen from %s", (today) => {
    for (const when of [{ workingDaysAgo: 1 }, { workingDaysAgo: 5 }, { weeksAgo: 1, weekday: 5 }]) {
      expect(dayOf(when, today) < today).toBe(true);
      expect(weekday(dayOf(when, today))).toBeLessThan(6);
    }
    expect(weekday(dayOf({ weeksAgo: 3, weekday: 4 }, today))).toBe(4);
  });

  it("counts weeks back from the one that had the last working day", () => {
    expect(dayOf({ weeksAgo: 1, weekday: 4 }, "2026-11-20")).toBe("2026-11-12");
    expect(dayOf({ weeksAgo: 1, weekday: 4 }, "2026-11-23")).toBe("2026-11-12");
    expect(dayOf({ weeksAgo: 1, weekday: 4 }, "2026-11-24")).toBe("2026-11-19");
  });
});

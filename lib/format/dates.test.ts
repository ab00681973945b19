import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  endOfMonth,
  formatAge,
  formatDay,
  isDay,
  localDay,
  makeDay,
  mondayOf,
  partsOf,
  weekday,
} from "#lib/format/dates";

const day = fc
  .integer({ min: -20_000, max: 60_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));

describe("arithmetic on days", () => {
  test.each([
    ["2026-11-20", 7, "2026-11-27"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-03-08", 1, "2026-03-09"],
    ["2026-11-01", -1, "2026-10-31"],
  ])("%s and %i days is %s", (from, count, expected) => {
    expect(addDays(from, count)).toBe(expected);
  });

  test("adding and counting days are inverse", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, count) => {
        expect(daysBetween(from, addDays(from, count))).toBe(count);
        expect(isDay(addDays(from, count))).toBe(true);
      }),
    );
  });

  test("a weekday comes back every seven days, and Monday begins its week", () => {
    fc.assert(
      fc.property(day, (d) => {
        expect(weekday(addDays(d, 7))).toBe(weekday(d));
        expect(weekday(mondayOf(d))).toBe(1);
        expect(daysBetween(mondayOf(d), d)).toBe(weekday(d) - 1);
      }),
    );
    expect(weekday("2026-11-20")).toBe(5);
    expect(weekday("2026-11-22")).toBe(7);
  });

  test("a month's last day is followed by the first of the next", () => {
    fc.assert(
      fc.property(day, (d) => {
        expect(partsOf(addDays(endOfMonth(d), 1)).dayOfMonth).toBe(1);
        expect(partsOf(endOfMonth(d)).month).toBe(partsOf(d).month);
      }),
    );
  });

  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-11-20", 2, "2027-01-20"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-12-31", 12, "2027-12-31"],
  ])("%s and %i months is %s", (from, count, expected) => {
    expect(addMonths(from, count)).toBe(expected);
  });

  test("what the calendar lacks is no day", () => {
    expect(makeDay(2026, 2, 29)).toBeNull();
    expect(makeDay(2026, 13, 1)).toBeNull();
    expect(makeDay(2026, 4, 31)).toBeNull();
    expect(makeDay(2028, 2, 29)).toBe("2028-02-29");
    expect([isDay("2026-11-31"), isDay("2026-1-3"), isDay("20 Nov"), isDay("2026-11-30")]).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect([daysInMonth(2000, 2), daysInMonth(1900, 2)]).toEqual([29, 28]);
  });
});

describe("the day of an instant", () => {
  test.each([
    ["2026-11-20T04:30:00Z", "America/Toronto", "2026-11-19"],
    ["2026-11-20T05:00:00Z", "America/Toronto", "2026-11-20"],
    ["2026-11-20T18:30:00Z", "Asia/Kathmandu", "2026-11-21"],
    ["2026-12-31T11:00:00Z", "Pacific/Auckland", "2027-01-01"],
    ["2026-03-08T07:30:00Z", "America/Toronto", "2026-03-08"],
  ])("%s in %s is %s", (instant, zone, expected) => {
    expect(localDay(new Date(instant), zone)).toBe(expected);
  });

  test("an unknown zone is an error, not a guess", () => {
    expect(() => localDay(new Date(0), "Toronto")).toThrow(RangeError);
  });
});

describe("what a person reads", () => {
  test("a day has its year only where that is another", () => {
    expect(formatDay("2026-11-27", { today: "2026-11-20" })).toBe("Fri 27 Nov");
    expect(formatDay("2027-01-04", { today: "2026-11-20" })).toBe("Mon 4 Jan 2027");
  });

  test.each([
    [-5, "0 s"],
    [59_999, "59 s"],
    [60_000, "1 min"],
    [25 * 60_000, "25 min"],
    [3_600_000, "1 h"],
    [19 * 3_600_000 + 59 * 60_000, "19 h"],
    [24 * 3_600_000, "1 d"],
    [(3 * 24 + 4) * 3_600_000, "3 d 4 h"],
  ])("%i ms is %s", (ms, expected) => {
    expect(formatAge(ms)).toBe(expected);
  });
});

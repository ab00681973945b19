import { describe, expect, it } from "vitest";
import { morningOf, stepDay } from "#lib/cadence/days";

const WEEK = { timeZone: "America/Toronto", workingDays: [1, 2, 3, 4, 5], absences: [], holidays: [] };
const DAYS = [0, 3, 7, 14, 21];

describe("stepDay", () => {
  it.each([
    [0, "2026-11-16"],
    [1, "2026-11-19"],
    [2, "2026-11-23"],
    [3, "2026-11-30"],
    [4, "2026-12-07"],
  ])("counts step %i from the first day", (step, day) => {
    expect(stepDay({ startedOn: "2026-11-16", days: DAYS, step }, "2026-11-16", WEEK)).toBe(day);
  });

  it("ends after the last step", () => {
    expect(stepDay({ startedOn: "2026-11-16", days: DAYS, step: 5 }, "2026-12-08", WEEK)).toBeNull();
  });

  it("moves from a weekend and from days off to the next day of work", () => {
    // Three days after a Thursday is a Sunday.
    expect(stepDay({ startedOn: "2026-11-19", days: DAYS, step: 1 }, "2026-11-19", WEEK)).toBe("2026-11-23");
    const off = { ...WEEK, absences: [{ fromOn: "2026-11-23", untilOn: "2026-11-24" }] };
    expect(stepDay({ startedOn: "2026-11-19", days: DAYS, step: 1 }, "2026-11-19", off)).toBe("2026-11-25");
  });

  it("is never before today", () => {
    expect(stepDay({ startedOn: "2026-01-05", days: DAYS, step: 1 }, "2026-11-18", WEEK)).toBe("2026-11-18");
  });
});

describe("morningOf", () => {
  it.each([
    ["2026-11-20", "America/Toronto", "2026-11-20T12:00:00.000Z"],
    ["2026-07-20", "America/Toronto", "2026-07-20T11:00:00.000Z"],
    // Clocks go forward and back on these days, and at midnight in Beirut.
    ["2026-03-08", "America/Toronto", "2026-03-08T11:00:00.000Z"],
    ["2026-11-01", "America/Toronto", "2026-11-01T12:00:00.000Z"],
    ["2026-03-29", "Asia/Beirut", "2026-03-29T04:00:00.000Z"],
    ["2026-11-20", "Asia/Kolkata", "2026-11-20T01:30:00.000Z"],
  ])("is seven in the morning of %s in %s", (day, timeZone, at) => {
    expect(morningOf(day, { ...WEEK, timeZone }).toISOString()).toBe(at);
  });
});

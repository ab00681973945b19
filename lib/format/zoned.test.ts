import { describe, expect, it } from "vitest";
import { instantAt, localMinutes, nextWorkingDay } from "#lib/format/zoned";

const TORONTO = "America/Toronto";

describe("instantAt", () => {
  it.each([
    ["2026-11-20", 8 * 60, TORONTO, "2026-11-20T13:00:00.000Z"],
    ["2026-07-20", 8 * 60, TORONTO, "2026-07-20T12:00:00.000Z"],
    ["2026-11-20", 0, "Asia/Kathmandu", "2026-11-19T18:15:00.000Z"],
    ["2026-11-20", 23 * 60 + 59, "Pacific/Kiritimati", "2026-11-20T09:59:00.000Z"],
  ])("of %s and %i minutes in %s", (day, minutes, zone, at) => {
    expect(instantAt(day, minutes, zone).toISOString()).toBe(at);
    expect(localMinutes(new Date(at), zone)).toBe(minutes);
  });

  it("is the first of a time that comes twice, and moves one that is skipped with the clocks", () => {
    expect(instantAt("2026-11-01", 90, TORONTO).toISOString()).toBe("2026-11-01T05:30:00.000Z");
    expect(instantAt("2026-11-01", 120, TORONTO).toISOString()).toBe("2026-11-01T07:00:00.000Z");
    expect(instantAt("2027-03-14", 150, TORONTO).toISOString()).toBe("2027-03-14T07:30:00.000Z");
    expect(instantAt("2027-03-14", 0, TORONTO).toISOString()).toBe("2027-03-14T05:00:00.000Z");
    expect(instantAt("2026-10-04", 140, "Australia/Lord_Howe").toISOString()).toBe(
      "2026-10-03T15:50:00.000Z",
    );
    // Samoa went from the 29th to the 31st.
    expect(instantAt("2011-12-30", 480, "Pacific/Apia").toISOString()).toBe("2011-12-30T18:00:00.000Z");
  });
});

describe("nextWorkingDay", () => {
  it.each([
    ["2026-11-20", [1, 2, 3, 4, 5], "2026-11-23"],
    ["2026-11-20", [5], "2026-11-27"],
    ["2026-11-22", [7, 1], "2026-11-23"],
  ])("after %s of %j is %s", (day, workingDays, next) => {
    expect(nextWorkingDay(day, workingDays)).toBe(next);
  });
});

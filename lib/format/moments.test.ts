import { expect, it } from "vitest";
import { formatDistance, formatLongDay, formatMoment } from "#lib/format/moments";

it("says how far a day is", () => {
  const today = "2026-11-20";
  expect(formatDistance(today, { today })).toBe("today");
  expect(formatDistance("2026-11-21", { today })).toBe("tomorrow");
  expect(formatDistance("2026-11-19", { today })).toBe("yesterday");
  expect(formatDistance("2026-11-27", { today })).toBe("in 7 days");
  expect(formatDistance("2026-10-31", { today })).toBe("20 days ago");
});

it("writes an instant with its year and its zone, midnight as 00:00", () => {
  const at = new Date("2026-11-19T15:02:00Z");
  expect(formatMoment(at, "America/Toronto")).toBe("Thu 19 Nov 2026, 10:02, Toronto time");
  expect(formatMoment(new Date("2026-11-20T05:00:00Z"), "America/Toronto")).toBe(
    "Fri 20 Nov 2026, 00:00, Toronto time",
  );
  expect(formatMoment(at, "UTC")).toBe("Thu 19 Nov 2026, 15:02, UTC");
});

it("writes a day in words", () => {
  expect(formatLongDay("2026-11-20")).toBe("Friday 20 November 2026");
  expect(formatLongDay("2027-01-01")).toBe("Friday 1 January 2027");
});

import { describe, expect, it } from "vitest";
import { nextBrief, weekToldOn } from "#lib/briefs/weeks";

describe("the week that is told", () => {
  it.each([
    ["Friday", "2026-11-20", "2026-11-16"],
    ["Sunday", "2026-11-22", "2026-11-16"],
    ["Monday", "2026-11-23", "2026-11-16"],
    ["Thursday", "2026-11-26", "2026-11-16"],
  ])("on a %s begins on its Monday, or the one before", (_, day, monday) => {
    expect(weekToldOn(day)).toBe(monday);
  });
});

describe("the next brief", () => {
  const next = (now: string, timeZone: string, weekday: number, after?: string) => {
    const { monday, dueAt } = nextBrief(new Date(now), { weekday, writeAt: 150, timeZone }, after);
    return [monday, dueAt.toISOString()];
  };

  it.each([
    // Half past two is skipped that morning, and it is half past three.
    ["America/Toronto", "2026-03-07T12:00:00Z", 7, "2026-03-02", "2026-03-08T07:30:00.000Z"],
    // Half past two comes twice, and the first is meant.
    ["Europe/Berlin", "2026-10-24T12:00:00Z", 7, "2026-10-19", "2026-10-25T00:30:00.000Z"],
    ["Asia/Kathmandu", "2026-10-24T12:00:00Z", 1, "2026-10-19", "2026-10-25T20:45:00.000Z"],
  ])("in %s comes once while clocks change", (zone, now, weekday, monday, dueAt) => {
    const first = next(now, zone, weekday);
    expect(first).toEqual([monday, dueAt]);
    expect(next(dueAt, zone, weekday, monday)[0]).not.toBe(monday);
  });

  it("tells no week again, whatever day is chosen since", () => {
    // Told on Friday 20 November; from then on it is to come on Mondays.
    expect(next("2026-11-20T20:00:00Z", "America/Toronto", 1, "2026-11-16")).toEqual([
      "2026-11-23",
      "2026-11-30T07:30:00.000Z",
    ]);
  });
});

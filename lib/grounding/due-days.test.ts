import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  daysBetween,
  daysInMonth,
  endOfMonth,
  isDay,
  localDay,
  makeDay,
  partsOf,
  weekday,
} from "#lib/format/dates";
import { resolveDue } from "#lib/grounding/due";

const NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Days around which calendars break: month ends, leap days, turns of the year, the changes of clocks. */
const EDGES = [
  "2024-02-28",
  "2024-02-29",
  "2024-03-01",
  "2025-02-28",
  "2026-12-31",
  "2027-01-01",
  "2026-03-08",
  "2026-03-29",
  "2026-10-25",
  "2026-11-01",
  "2026-04-05",
  "2026-01-31",
  "2026-08-31",
  "2100-02-28",
];
const anyDay = fc.oneof(
  fc.constantFrom(...EDGES),
  fc.integer({ min: 0, max: 36_500 }).map((count) => addDays("2000-01-01", count)),
);
const on = (phrase: string, heldOn: string) => resolveDue(phrase, { heldOn });

describe("words for when", () => {
  it("name a weekday in the seven days that follow", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 7 }), (heldOn, iso) => {
        const due = on(NAMES[iso - 1]!, heldOn)!;
        expect(weekday(due)).toBe(iso);
        expect(daysBetween(heldOn, due)).toBeGreaterThanOrEqual(1);
        expect(daysBetween(heldOn, due)).toBeLessThanOrEqual(7);
      }),
    );
  });

  it("count days and weeks across month ends, leap days and changed clocks", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (heldOn, count) => {
        expect(on("tomorrow", heldOn)).toBe(addDays(heldOn, 1));
        expect(on(`in ${count} days`, heldOn)).toBe(addDays(heldOn, count));
        expect(on(`in ${count} weeks`, heldOn)).toBe(addDays(heldOn, count * 7));
        expect(on(`within ${count * 24} hours`, heldOn)).toBe(
          count * 24 < 1000 ? addDays(heldOn, count) : null,
        );
      }),
    );
  });

  it("count months to the same day, or to the last one of a shorter month", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 36 }), (heldOn, count) => {
        const due = partsOf(on(`in ${count} months`, heldOn)!);
        const from = partsOf(heldOn);
        const months = from.year * 12 + from.month - 1 + count;
        const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
        expect(due).toEqual({ year, month, dayOfMonth: Math.min(from.dayOfMonth, daysInMonth(year, month)) });
      }),
    );
  });

  it("end a month on its last day, in leap years too", () => {
    fc.assert(
      fc.property(anyDay, (heldOn) => {
        expect(on("end of the month", heldOn)).toBe(endOfMonth(heldOn));
        expect(on("end of next month", heldOn)).toBe(endOfMonth(addDays(endOfMonth(heldOn), 1)));
      }),
    );
  });

  it("name a date of the calendar, or none", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (heldOn, month, day) => {
          const { year } = partsOf(heldOn);
          const due = on(`${day} ${MONTHS[month - 1]}`, heldOn);
          const possible = [year - 1, year, year + 1]
            .map((y) => makeDay(y, month, day))
            .filter((d) => d !== null);
          if (due === null)
            expect(possible.filter((d) => d >= heldOn && d <= addDays(heldOn, 300))).toEqual([]);
          else expect(possible).toContain(due);
          if (due !== null) expect(due >= addDays(heldOn, -7)).toBe(true);
        },
      ),
    );
  });

  it("take a written day as it is written, and none that no calendar has", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (heldOn, due) => {
        fc.pre(Math.abs(daysBetween(heldOn, due)) < 300 && due >= heldOn);
        expect(on(due, heldOn)).toBe(due);
      }),
    );
    for (const none of ["2026-02-29", "31 April", "2026-13-01", "2026-00-10", "32 May"])
      expect(on(none, "2026-01-05"), none).toBeNull();
  });

  const RELATIVE = [
    "tomorrow",
    "Friday",
    "in two weeks",
    "end of the month",
    "end of next month",
    "end of next week",
    "in 3 months",
  ];

  it("never fall behind when a meeting is held later", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40), fc.constantFrom(...RELATIVE), (heldOn, later, phrase) => {
        const [first, second] = [on(phrase, heldOn)!, on(phrase, addDays(heldOn, later))!];
        expect([isDay(first), isDay(second)]).toEqual([true, true]);
        expect(second >= first).toBe(true);
        expect(first >= heldOn).toBe(true);
      }),
    );
  });
});

describe("the day a meeting was held", () => {
  const ZONES = [
    "UTC",
    "America/Toronto",
    "Europe/Berlin",
    "Asia/Kathmandu",
    "Pacific/Auckland",
    "Pacific/Apia",
    "America/St_Johns",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
  ];
  // A quarter of an hour at a time around the nights on which clocks change.
  const instant = fc
    .tuple(fc.constantFrom(...EDGES), fc.integer({ min: -192, max: 192 }))
    .map(([day, quarters]) => new Date(Date.parse(`${day}T00:00:00Z`) + quarters * 900_000));

  it("is the one the wall calendar of its zone shows", () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (at, timeZone) => {
        const shown = new Intl.DateTimeFormat("en-CA", {
          timeZone,
          year: "numeric",
          month: "2-digit",
          day: "2-digit",
        }).format(at);
        expect(localDay(at, timeZone)).toBe(shown);
        expect(Math.abs(daysBetween(localDay(at, "UTC"), shown))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("never goes back as time goes on, and its tomorrow is one day on", () => {
    fc.assert(
      fc.property(
        instant,
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 200 }),
        (at, timeZone, quarters) => {
          const heldOn = localDay(at, timeZone);
          const later = localDay(new Date(at.getTime() + quarters * 900_000), timeZone);
          expect(later >= heldOn).toBe(true);
          expect(daysBetween(heldOn, on("tomorrow", heldOn)!)).toBe(1);
        },
      ),
    );
  });
});

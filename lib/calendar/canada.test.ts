import { expect, it } from "vitest";
import { holidaysOfCanada } from "#lib/calendar/canada";

const daysOf = (year: number) => holidaysOfCanada(year).map(({ day }) => day.slice(5));

it.each([
  // As the Government of Canada lists them.
  [2024, "01-01 03-29 05-20 07-01 09-02 09-30 10-14 11-11 12-25 12-26"],
  [2025, "01-01 04-18 05-19 07-01 09-01 09-30 10-13 11-11 12-25 12-26"],
  [2026, "01-01 04-03 05-18 07-01 09-07 09-30 10-12 11-11 12-25 12-26"],
  [2027, "01-01 03-26 05-24 07-01 09-06 09-30 10-11 11-11 12-25 12-26"],
  // The first of July is a Sunday, and Easter as late as it comes.
  [2029, "01-01 03-30 05-21 07-02 09-03 09-30 10-08 11-11 12-25 12-26"],
  [2038, "01-01 04-23 05-24 07-01 09-06 09-30 10-11 11-11 12-25 12-26"],
])("knows the general holidays of %i", (year, days) => {
  expect(daysOf(year).join(" ")).toBe(days);
});

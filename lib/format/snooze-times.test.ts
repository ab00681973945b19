import { expect, it } from "vitest";
import { chosenTime, snoozeChoices, snoozeTime } from "#lib/format/snooze-times";

const TORONTO = "America/Toronto";
const at = (iso: string) => new Date(iso);

it("comes later today at a full hour, three hours on, and not when the day is over", () => {
  // 10:20 in Toronto.
  expect(snoozeTime("later_today", at("2026-11-20T15:20:00Z"), TORONTO)).toEqual(at("2026-11-20T19:00:00Z"));
  expect(snoozeTime("later_today", at("2026-11-20T20:00:00Z"), TORONTO)).toEqual(at("2026-11-20T23:00:00Z"));
  expect(snoozeTime("later_today", at("2026-11-20T20:01:00Z"), TORONTO)).toBeNull();
});

it("comes tomorrow and next Monday at nine by the company’s clock, also where the clocks change that night", () => {
  // Friday evening in Toronto, Saturday already in UTC.
  const friday = at("2026-11-21T02:00:00Z");
  expect(snoozeTime("tomorrow", friday, TORONTO)).toEqual(at("2026-11-21T14:00:00Z"));
  expect(snoozeTime("next_monday", friday, TORONTO)).toEqual(at("2026-11-23T14:00:00Z"));
  expect(snoozeTime("next_monday", at("2026-11-23T15:00:00Z"), TORONTO)).toEqual(at("2026-11-30T14:00:00Z"));
  // Summer time begins on 8 March 2026.
  expect(snoozeTime("tomorrow", at("2026-03-07T18:00:00Z"), TORONTO)).toEqual(at("2026-03-08T13:00:00Z"));
});

it("offers no moment twice: on a Sunday next Monday is tomorrow", () => {
  const choicesAt = (iso: string) => snoozeChoices(at(iso), TORONTO).map(({ choice }) => choice);
  expect(choicesAt("2026-11-20T15:20:00Z")).toEqual(["later_today", "tomorrow", "next_monday"]);
  expect(choicesAt("2026-11-22T15:20:00Z")).toEqual(["later_today", "tomorrow"]);
});

it("reads a chosen day and time in the company’s zone", () => {
  expect(chosenTime({ day: "2026-12-01", time: "13:45" }, TORONTO)).toEqual(at("2026-12-01T18:45:00Z"));
});

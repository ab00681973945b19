import { describe, expect, it } from "vitest";
import { doneSentence, headlineOf, type Needs } from "#lib/today/headline";

const HOUR = 3_600_000;
const nothing: Needs = {
  drafts: 0,
  oldestMs: null,
  stoppedRuns: 0,
  overdueActions: 0,
  actionsToday: 0,
  questions: 0,
  blockers: 0,
  updates: 0,
};

describe("headlineOf", () => {
  it.each<[Partial<Needs>, string | null]>([
    [{}, null],
    [{ questions: 1 }, "One thing needs you."],
    [{ actionsToday: 1, stoppedRuns: 1 }, "Two things need you."],
    [{ drafts: 1, oldestMs: 25 * 60_000 }, "One thing needs you. The draft has waited 25 min."],
    [{ drafts: 3, oldestMs: 19 * HOUR }, "Three things need you. The oldest draft has waited 19 h."],
    [{ overdueActions: 1, questions: 1 }, "Two things need you. One action is overdue."],
    [
      { drafts: 2, oldestMs: 76 * HOUR, overdueActions: 2, actionsToday: 9 },
      "13 things need you. Two actions are overdue; the oldest draft has waited 3 d 4 h.",
    ],
    [{ questions: 100 }, "More than 99 things need you."],
  ])("of %o", (needs, expected) => {
    expect(headlineOf({ ...nothing, ...needs })).toBe(expected);
  });
});

describe("doneSentence", () => {
  it.each([
    [1, 0, "You decided one draft in the last seven days."],
    [1, 1, "You decided one draft in the last seven days, unedited."],
    [31, 22, "You decided 31 drafts in the last seven days, 22 of them unedited."],
    [4, 4, "You decided 4 drafts in the last seven days, all of them unedited."],
  ])("of %i with %i unedited", (decided, unedited, expected) => {
    expect(doneSentence({ decided, unedited })).toBe(expected);
  });
});

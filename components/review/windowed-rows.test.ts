import { expect, it } from "vitest";
import { partAt } from "#components/review/use-window";
import { withKept } from "#components/review/windowed-rows";

it("draws what is near the window, and the focused and the open row with their neighbours", () => {
  expect(withKept(99, 102, [], 10_000)).toEqual([99, 100, 101]);
  expect(withKept(99, 102, [0, 9_999], 10_000)).toEqual([0, 1, 99, 100, 101, 9_998, 9_999]);
  expect(withKept(99, 102, [100, -1], 10_000)).toEqual([99, 100, 101]);
});

it("finds the rows near what is in sight, some of them at a time", () => {
  expect(partAt(0, 500, 50)).toEqual({ first: 0, last: 22 });
  expect(partAt(5_000, 500, 50)).toEqual({ first: 88, last: 122 });
  expect(partAt(5_049, 500, 50)).toEqual({ first: 88, last: 124 });
  // Scrolled past, and not reached yet.
  expect(partAt(-5_000, 500, 50)).toEqual({ first: 0, last: 0 });
});

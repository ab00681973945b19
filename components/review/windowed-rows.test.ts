import { expect, it } from "vitest";
import { withKept } from "#components/review/windowed-rows";

const range = { startIndex: 100, endIndex: 102, overscan: 1, count: 10_000 };

it("draws what is near the window, and the focused and the open row with their neighbours", () => {
  expect(withKept(range, [])).toEqual([99, 100, 101, 102, 103]);
  expect(withKept(range, [0, 9_999])).toEqual([0, 1, 99, 100, 101, 102, 103, 9_998, 9_999]);
  expect(withKept(range, [101, -1])).toEqual([99, 100, 101, 102, 103]);
});

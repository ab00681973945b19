import { expect, it } from "vitest";
import { daysOf } from "#lib/format/day-list";

it.each([
  ["0, 3, 7, 14, 21", [0, 3, 7, 14, 21]],
  ["0 3 7", [0, 3, 7]],
  [" 5 ", [5]],
  ["1; 2 and 3", [1, 2, 3]],
])("reads %j", (text, days) => {
  expect(daysOf(text)).toEqual(days);
});

it.each(["", "3, 3", "7, 3", "-1", "1.5", "soon", "0, 366", "1,2,3,4,5,6,7,8,9,10,11"])(
  "refuses %j",
  (text) => {
    expect(daysOf(text)).toBeNull();
  },
);

import { expect, it } from "vitest";
import { formatDuration } from "#lib/format/duration";

it.each([
  [-5, "0.0 s"],
  [40, "0.0 s"],
  [420, "0.4 s"],
  [12_340, "12.3 s"],
  [59_949, "59.9 s"],
  [59_950, "1 min"],
  [125_000, "2 min 5 s"],
])("formatDuration(%i) is %s", (ms, expected) => {
  expect(formatDuration(ms)).toBe(expected);
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { guardCell, unguardCell } from "#lib/format/spreadsheet";

it.each([
  ["=1+1", "'=1+1"],
  ["\t=1", "'\t'=1"],
  ["＝1", "'＝1"],
  ["Kim;=HYPERLINK(1)", "Kim;'=HYPERLINK(1)"],
  ["Kim\n=cmd", "Kim\n'=cmd"],
  ["Kim\t@SUM(1)", "Kim\t'@SUM(1)"],
  ["a - b; c = d, e+f", "a - b; c = d, e+f"],
])("guards %j", (cell, guarded) => {
  expect(guardCell(cell)).toBe(guarded);
  expect(unguardCell(guarded)).toBe(cell);
});

it("leaves no cell that begins a formula, wherever a spreadsheet cuts it, and gives back what it was", () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", " ", ";", "\t", "\n", "\r", "=", "+", "-", "@", "，"),
  });
  fc.assert(
    fc.property(cell, (text) => {
      const guarded = guardCell(text);
      for (const cut of guarded.split(/[;\t\n\r]/)) expect(cut).not.toMatch(/^[=+\-@]/);
      expect(unguardCell(guarded)).toBe(text);
    }),
  );
});

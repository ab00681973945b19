import { expect, test } from "vitest";
import { figuresIn, figuresOfSource } from "#lib/grounding/figures";

test.each([
  ["Wire CAD 90,000 by 12 December", ["90000", "12"]],
  ["1 234 567", ["234", "567"]],
  ["1’234’567.50", ["1234567", "50"]],
  ["4.3 ships in 3 weeks", []],
  ["009 is nine", []],
  ["DE00 1234", ["1234"]],
])("the figures of %j", (text, figures) => {
  expect([...figuresIn(text)]).toEqual(figures);
});

test("a source knows its figures with and without separators, and its day", () => {
  const figures = figuresOfSource("We pay 90,000 for room 12.345", "2026-11-20");
  for (const known of ["90000", "90", "12345", "2026", "11", "20"]) expect(figures).toContain(known);
});

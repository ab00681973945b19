import { expect, it } from "vitest";
import { foldLines } from "#components/review/folds";
import type { MarkedLine } from "#components/review/marks";

function lines(count: number, used: number[]): MarkedLine[] {
  return Array.from({ length: count }, (_, i) => ({
    number: i + 1,
    start: 0,
    end: 0,
    time: null,
    speaker: null,
    textStart: 0,
    pieces: [],
    used: used.includes(i + 1),
    unmatched: [],
  }));
}
const none: ReadonlySet<number> = new Set();
const shape = (stretches: ReturnType<typeof foldLines>) =>
  stretches.map(({ from, folded, lines: part }) => [from, folded, part.length]);

it("folds nothing that a person can scroll through", () => {
  expect(shape(foldLines(lines(400, []), none))).toEqual([[1, false, 400]]);
  expect(foldLines([], none)).toEqual([]);
});

it("keeps quotes of a very long source in their context, and opens a fold on demand", () => {
  const long = lines(1000, [500]);
  expect(shape(foldLines(long, none))).toEqual([
    [1, false, 6],
    [7, true, 487],
    [494, false, 13],
    [507, true, 494],
  ]);
  expect(shape(foldLines(long, new Set([7])))[1]).toEqual([7, false, 487]);
});

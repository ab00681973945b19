import { beforeEach, expect, it } from "vitest";
import { ShownEvidence } from "#components/review/shown-evidence";

// At 300 words a minute ten words take two seconds.
let shown: ShownEvidence;
beforeEach(() => {
  shown = new ShownEvidence();
  shown.quote(
    new Map([
      ["s1", "one two three four five six seven eight nine ten"],
      ["s2", "one two three four five six seven eight nine ten"],
    ]),
  );
});

it("counts the one that is selected while its quote is in view, and no other", () => {
  shown.view("mark", ["s1"], 0);
  shown.select("s1", 0);
  expect(shown.until(399)).toEqual([]);
  expect(shown.until(400)).toEqual(["s1"]);
  shown.select("s2", 400);
  expect(shown.until(5000)).toEqual(["s1"]);
});

it("does not count what a pointer passes on its way", () => {
  shown.view("mark", ["s1", "s2"], 0);
  for (let at = 0; at < 1000; at += 200) shown.select(at % 400 ? "s1" : "s2", at);
  expect(shown.until(1000)).toEqual([]);
});

it("counts quotes in view when all of them can have been read", () => {
  shown.view("one", ["s1"], 0);
  shown.view("two", ["s2"], 0);
  expect(shown.until(3999)).toEqual([]);
  expect(shown.until(4000)).toEqual(["s1", "s2"]);
});

it("counts no time in which a quote was out of view", () => {
  shown.view("one", ["s1"], 0);
  shown.view("one", [], 1000);
  shown.view("one", ["s1"], 60_000);
  expect(shown.until(60_999)).toEqual([]);
  expect(shown.until(61_000)).toEqual(["s1"]);
});

it("counts what has no quote once it was selected", () => {
  shown.select("s3", 0);
  expect(shown.until(400)).toEqual(["s3"]);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedLines } from "#lib/format/changed-lines";

const line = fc.constantFrom("a", "b", "c", "d e");
const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join("\n"));

describe("the lines that differ", () => {
  it("are none between a text and itself", () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(changedLines(same, same)).toEqual([]);
      }),
    );
  });

  it("tell what went and what came, each as often as it did", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = changedLines(before, after);
        const left = (of: string, gone: (string | null)[]) => {
          const rest = of.split("\n").filter(Boolean);
          for (const one of gone.filter((each) => each !== null && each !== "")) {
            expect(rest).toContain(one);
            rest.splice(rest.indexOf(one as string), 1);
          }
          return rest.toSorted();
        };
        // What is left of either text when the changes are taken out is the same.
        expect(
          left(
            before,
            changes.map((one) => one.before),
          ),
        ).toEqual(
          left(
            after,
            changes.map((one) => one.after),
          ),
        );
      }),
    );
  });

  it("stand beside what replaced them, numbered as in the later text", () => {
    expect(changedLines("one\ntwo\nthree\nfour", "one\n2\nthree\n\nfive\nfour")).toEqual([
      { number: 2, before: "two", after: "2" },
      { number: 5, before: null, after: "five" },
    ]);
    expect(changedLines("one\ntwo\nthree", "one\nthree")).toEqual([
      { number: 2, before: "two", after: null },
    ]);
  });

  it("are found in two megabytes within the time a reader waits", () => {
    const lines = Array.from(
      { length: 40_000 },
      (_, i) => `Line ${i} of a very long meeting, in which much was said`,
    );
    const after = lines
      .with(20_000, "Changed")
      .with(30_000, "Changed too")
      .toSpliced(10_000, 1, "Gone", "Come");
    const began = process.cpuUsage();
    expect(changedLines(lines.join("\n"), after.join("\n")).length).toBeGreaterThan(2);
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(2000);
  });
});

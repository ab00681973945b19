import { expect, it } from "vitest";
import { held, ofPlaywright, single, sum, unsteady } from "#e2e/suite/outcome";

it("adds up", () => {
  expect(sum([single("Build", 0), single("Lint", 2), { passed: 5, failed: ["a.test.ts > b"] }])).toEqual({
    passed: 6,
    failed: ["Lint", "a.test.ts > b"],
  });
  expect(sum([])).toEqual({ passed: 0, failed: [] });
});

it("names what failed in the browser, and counts as held what held when it was repeated", () => {
  const spec = (title: string, status: string) => ({
    title,
    file: "journeys/a.spec.ts",
    line: 7,
    tests: [{ status }],
  });
  const report = {
    stats: { expected: 9, flaky: 2 },
    errors: [{ message: "No port is free.\nat line 3" }],
    suites: [
      {
        specs: [spec("one", "flaky"), spec("four", "expected")],
        suites: [{ specs: [spec("two", "flaky"), spec("three", "unexpected")] }],
      },
    ],
  };
  expect(ofPlaywright(report)).toEqual({
    passed: 11,
    failed: ["journeys/a.spec.ts:7 three", "No port is free."],
  });
  expect(unsteady(report)).toEqual(["journeys/a.spec.ts:7 one", "journeys/a.spec.ts:7 two"]);
});

it("believes the exit code where no test failed", () => {
  const outcome = { passed: 3, failed: [] };
  expect(held(outcome, "Browser tests", 0)).toEqual(outcome);
  expect(held(outcome, "Browser tests", 1).failed).toEqual([
    "Browser tests: something outside of its tests, which is said above",
  ]);
  const failed = { passed: 3, failed: ["a.test.ts > b"] };
  expect(held(failed, "Browser tests", 1)).toEqual(failed);
});

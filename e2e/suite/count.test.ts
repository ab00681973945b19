import { expect, it } from "vitest";
import { countPlaywright, countVitest, single, sum, unsteady } from "#e2e/suite/count";

const file = (status: string, tests: number) => ({ status, assertionResults: Array(tests).fill({}) });

it("adds up", () => {
  expect(sum([single(0), single(2), { passed: 5, failed: 1 }])).toEqual({ passed: 6, failed: 2 });
  expect(sum([])).toEqual({ passed: 0, failed: 0 });
});

it("counts a file that could not be loaded", () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [file("failed", 4), file("failed", 0)],
  };
  expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 2 });
});

it("counts a test that held when repeated, and names it", () => {
  const stats = { expected: 9, unexpected: 1, flaky: 2 };
  expect(countPlaywright({ stats }, 1)).toEqual({ passed: 11, failed: 1 });
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
  const inner = { specs: [spec("two", "flaky"), spec("three", "unexpected")] };
  expect(
    unsteady({ suites: [{ specs: [spec("one", "flaky"), spec("four", "expected")], suites: [inner] }] }),
  ).toEqual(["one", "two"]);
});

it.each([0, 1])("believes the exit code %i where no test failed", (code) => {
  const report = { numPassedTests: 3, numFailedTests: 0, testResults: [file("passed", 3)] };
  expect(countVitest(report, code)).toEqual({ passed: 3, failed: code });
  expect(countPlaywright({ stats: { expected: 3, unexpected: 0, flaky: 0 } }, code)).toEqual({
    passed: 3,
    failed: code,
  });
});

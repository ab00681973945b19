/** How many tests held and how many did not. */
export type Count = { passed: number; failed: number };

export function sum(counts: Count[]): Count {
  return {
    passed: counts.reduce((total, count) => total + count.passed, 0),
    failed: counts.reduce((total, count) => total + count.failed, 0),
  };
}

/** A step that is one test itself, such as a build. */
export function single(exitCode: number): Count {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/** From Vitest's JSON report. A file that could not be loaded counts as one failed test. */
export function countVitest(report: VitestReport, exitCode: number): Count {
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return held(report.numPassedTests, report.numFailedTests + unloaded.length, exitCode);
}

type PlaywrightSuite = {
  specs?: { title: string; tests: { status: string }[] }[];
  suites?: PlaywrightSuite[];
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number };
  suites?: PlaywrightSuite[];
};

/** From Playwright's JSON report. A test that held when it was repeated has held; `unsteady` names it. */
export function countPlaywright({ stats }: PlaywrightReport, exitCode: number): Count {
  return held(stats.expected + stats.flaky, stats.unexpected, exitCode);
}

/** The tests that held only when they were repeated, by their titles. */
export function unsteady({ suites = [] }: Pick<PlaywrightReport, "suites">): string[] {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? [])
      .filter(({ tests }) => tests.some(({ status }) => status === "flaky"))
      .map(({ title }) => title),
    ...unsteady(suite),
  ]);
}

// What fails outside of a test (a setup, an unhandled rejection) is told only by the exit code.
function held(passed: number, failed: number, exitCode: number): Count {
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

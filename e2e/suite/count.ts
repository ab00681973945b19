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

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number } };

/** From Playwright's JSON report. A test that held only when repeated has failed. */
export function countPlaywright({ stats }: PlaywrightReport, exitCode: number): Count {
  return held(stats.expected, stats.unexpected + stats.flaky, exitCode);
}

// What fails outside of a test (a setup, an unhandled rejection) is told only by the exit code.
function held(passed: number, failed: number, exitCode: number): Count {
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

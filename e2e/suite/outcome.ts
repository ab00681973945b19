/** How many tests held, and the names of those that did not. */
export type Outcome = { passed: number; failed: string[] };

export function sum(outcomes: Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((total, { passed }) => total + passed, 0),
    failed: outcomes.flatMap(({ failed }) => failed),
  };
}

/** A step that is one test itself, such as a build. */
export function single(name: string, exitCode: number): Outcome {
  return exitCode === 0 ? { passed: 1, failed: [] } : { passed: 0, failed: [name] };
}

/** Believes the exit code where it tells of more than the report does. */
export function held(outcome: Outcome, name: string, exitCode: number): Outcome {
  if (outcome.failed.length > 0 || exitCode === 0) return outcome;
  return { ...outcome, failed: [`${name}: something outside of its tests, which is said above`] };
}

type PlaywrightSpec = { title: string; file: string; line: number; tests: { status: string }[] };
type PlaywrightSuite = { specs?: PlaywrightSpec[]; suites?: PlaywrightSuite[] };
type PlaywrightReport = PlaywrightSuite & {
  stats: { expected: number; flaky: number };
  errors: { message?: string }[];
};

/** From Playwright's JSON report. A test that held when it was repeated has held; `unsteady` names it. */
export function ofPlaywright(report: PlaywrightReport): Outcome {
  return {
    passed: report.stats.expected + report.stats.flaky,
    failed: [...named(report, "unexpected"), ...report.errors.map(({ message = "" }) => firstLine(message))],
  };
}

/** The tests that held only when they were repeated. */
export function unsteady(report: PlaywrightSuite): string[] {
  return named(report, "flaky");
}

/** What is enough of an error's message to know it by. */
export function firstLine(message: string): string {
  return message.split("\n", 1)[0] as string;
}

function named({ specs = [], suites = [] }: PlaywrightSuite, wanted: string): string[] {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === wanted));
  return [
    ...own.map(({ file, line, title }) => `${file}:${line} ${title}`),
    ...suites.flatMap((suite) => named(suite, wanted)),
  ];
}

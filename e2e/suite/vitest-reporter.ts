import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import type { SerializedError } from "vitest";
import type { Reporter, TestModule } from "vitest/node";
import { firstLine, type Outcome } from "#e2e/suite/outcome";

/** The variable that names the file to report to. */
export const REPORT = "COUNTERSIGN_TEST_REPORT";

/** Writes down what held and, by its file, what did not. */
export default class implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], outside: readonly SerializedError[]): void {
    const outcomes = modules.map(ofModule);
    const outcome: Outcome = {
      passed: outcomes.reduce((total, { passed }) => total + passed, 0),
      failed: [...outcomes.flatMap(({ failed }) => failed), ...outside.map(ofError)],
    };
    writeFileSync(process.env[REPORT] as string, JSON.stringify(outcome));
  }
}

// A file fails by its tests, by what they share, by not being loaded, and by a worker that ended in it.
function ofModule(module: TestModule): Outcome {
  const file = relative(process.cwd(), module.moduleId);
  const of = (state: "passed" | "failed") => [...module.children.allTests(state)];
  const shared = [module, ...module.children.allSuites()].flatMap((one) => one.errors());
  const failed = [
    ...of("failed").map(({ fullName }) => `${file} > ${fullName}`),
    ...shared.map(({ message }) => `${file}: ${firstLine(message)}`),
  ];
  const broken = failed.length === 0 && !["passed", "skipped"].includes(module.state());
  return { passed: of("passed").length, failed: broken ? [`${file}: did not end`] : failed };
}

// What nobody awaited is told of the file that ran then.
function ofError({ message, VITEST_TEST_PATH: path }: SerializedError): string {
  const file = typeof path === "string" ? relative(process.cwd(), path) : "No test file";
  return `${file}: unhandled: ${firstLine(message)}`;
}

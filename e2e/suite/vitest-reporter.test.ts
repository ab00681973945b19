import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import type { TestModule } from "vitest/node";
import VitestReporter, { REPORT } from "#e2e/suite/vitest-reporter";

const error = (message: string) => ({ message: `${message}\nat line 3` });

function moduleOf(
  file: string,
  state: string,
  told: { passed?: string[]; failed?: string[]; errors?: string[] },
) {
  return {
    moduleId: join(process.cwd(), file),
    state: () => state,
    errors: () => (told.errors ?? []).map(error),
    children: {
      allTests: (wanted: "passed" | "failed") => (told[wanted] ?? []).map((fullName) => ({ fullName })),
      allSuites: () => [{ errors: () => [] }],
    },
  } as unknown as TestModule;
}

it("names failing tests, files that could not be loaded or ended early, and errors nobody awaited", () => {
  const file = join(process.env.TMPDIR as string, "report.json");
  vi.stubEnv(REPORT, file);
  const unhandled = { ...error("conflict"), VITEST_TEST_PATH: join(process.cwd(), "lib/d.test.ts") };
  new VitestReporter().onTestRunEnd(
    [
      moduleOf("lib/a.test.ts", "failed", { passed: ["holds"], failed: ["a > does not hold"] }),
      moduleOf("lib/b.test.ts", "failed", { errors: ["Cannot find module"] }),
      moduleOf("lib/c.test.ts", "pending", { passed: ["holds"] }),
      moduleOf("lib/d.test.ts", "passed", { passed: ["holds", "holds too"] }),
    ],
    [unhandled, error("lost")],
  );
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
    passed: 4,
    failed: [
      "lib/a.test.ts > a > does not hold",
      "lib/b.test.ts: Cannot find module",
      "lib/c.test.ts: did not end",
      "lib/d.test.ts: unhandled: conflict",
      "No test file: unhandled: lost",
    ],
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Outcome, sum } from "#e2e/suite/outcome";
import { provide } from "#e2e/suite/provide";
import { browserTests, build, lint, type Step, types, unitAndIntegration } from "#e2e/suite/steps";
import { findChromium } from "#e2e/support/chromium";
import { findPostgres } from "#e2e/support/cluster";

// Everything that has to hold, on both databases. The last line counts it, after the names of what did not hold; the
// exit code says whether it held.
const reports = mkdtempSync(join(tmpdir(), "countersign-suite-"));
const outcomes: Outcome[] = [];

async function step(name: string, run: Step): Promise<void> {
  console.log(`\n── ${name}`);
  const begin = performance.now();
  outcomes.push(await run(name));
  console.log(`── ${name}: ${Math.round((performance.now() - begin) / 1000)} s`);
}

const postgres = provide("postgresql", findPostgres);
const chromium = provide("chromium", findChromium);
if (!postgres)
  console.log("PostgreSQL's part is skipped: install its server (Debian: apt-get install postgresql).");

await step("Types", types);
await step("Format and lint", lint);
await step("Unit and integration tests on PGlite", unitAndIntegration("pglite", reports));
if (postgres) await step("Integration tests on PostgreSQL", unitAndIntegration("postgres", reports));
await step("Build", build);
if (chromium) {
  await step("Browser tests on PGlite", browserTests("pglite", reports));
  if (postgres) await step("Browser tests on PostgreSQL", browserTests("postgres", reports));
} else {
  console.log(
    "No browser was found. Install Chromium (Debian: apt-get install chromium) and run npm test again.",
  );
  outcomes.push({ passed: 0, failed: ["Browser tests: no browser"] });
}

rmSync(reports, { recursive: true });
const { passed, failed } = sum(outcomes);
if (failed.length > 0) console.log(["\nFailed:", ...failed].join("\n  "));
console.log(`\n${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;

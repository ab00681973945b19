import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Count, sum } from "#e2e/suite/count";
import { provide } from "#e2e/suite/provide";
import { browserTests, build, lint, types, unitAndIntegration } from "#e2e/suite/steps";
import { findChromium } from "#e2e/support/chromium";
import { findPostgres } from "#e2e/support/cluster";

// Everything that has to hold, on both databases. The last line counts it; the exit code says whether it held.
const reports = mkdtempSync(join(tmpdir(), "countersign-suite-"));
const counts: Count[] = [];

async function step(name: string, run: () => Promise<Count>): Promise<void> {
  console.log(`\n── ${name}`);
  const begin = performance.now();
  counts.push(await run());
  console.log(`── ${name}: ${Math.round((performance.now() - begin) / 1000)} s`);
}

const postgres = provide("postgresql", findPostgres);
const chromium = provide("chromium", findChromium);
if (!postgres)
  console.log("PostgreSQL's part is skipped: install its server (Debian: apt-get install postgresql).");

await step("Types", types);
await step("Format and lint", lint);
await step("Unit and integration tests on PGlite", () => unitAndIntegration("pglite", reports));
if (postgres) await step("Integration tests on PostgreSQL", () => unitAndIntegration("postgres", reports));
await step("Build", build);
if (chromium) {
  await step("Browser tests on PGlite", () => browserTests("pglite", reports));
  if (postgres) await step("Browser tests on PostgreSQL", () => browserTests("postgres", reports));
} else {
  console.log(
    "No browser was found. Install Chromium (Debian: apt-get install chromium) and run npm test again.",
  );
  counts.push({ passed: 0, failed: 1 });
}

rmSync(reports, { recursive: true });
const { passed, failed } = sum(counts);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

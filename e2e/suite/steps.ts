import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { held, type Outcome, ofPlaywright, single, unsteady } from "#e2e/suite/outcome";
import { runTool } from "#e2e/suite/run-tool";
import { REPORT } from "#e2e/suite/vitest-reporter";
import { ensureBuilt } from "#lib/cli/build";

export type DatabaseKind = "pglite" | "postgres";

/** A part of the suite. It is given its name, for what is said of a failure. */
export type Step = (name: string) => Promise<Outcome>;

export const types: Step = async (name) => {
  const routes = await runTool("next/dist/bin/next", ["typegen"]);
  return single(name, routes || (await runTool("typescript/bin/tsc", ["-p", "."])));
};

export const lint: Step = async (name) => single(name, await runTool("@biomejs/biome/bin/biome", ["ci"]));

/** Both on PGlite; on PostgreSQL those that need a database. */
export function unitAndIntegration(database: DatabaseKind, reports: string): Step {
  return async (name) => {
    const file = join(reports, `vitest-${database}.json`);
    const args = ["run", "--reporter=dot", "--reporter=./e2e/suite/vitest-reporter.ts"];
    if (database === "postgres") args.push("--project=integration");
    const code = await runTool("vitest/vitest.mjs", args, {
      COUNTERSIGN_TEST_DATABASE: database,
      [REPORT]: file,
    });
    return existsSync(file) ? held(readJson(file), name, code) : single(name, code || 1);
  };
}

export const build: Step = async (name) => {
  try {
    await ensureBuilt(process.cwd());
    return single(name, 0);
  } catch (error) {
    console.error((error as Error).message);
    return single(name, 1);
  }
};

/** All on PGlite; on PostgreSQL those whose outcome can depend on the database, which are tagged. */
export function browserTests(database: DatabaseKind, reports: string): Step {
  return async (name) => {
    const file = join(reports, `playwright-${database}.json`);
    const args = ["test", "--reporter=dot,json"];
    if (database === "postgres") args.push("--grep", "@database");
    const code = await runTool("@playwright/test/cli.js", args, {
      COUNTERSIGN_TEST_DATABASE: database,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    });
    if (!existsSync(file)) return single(name, code || 1);
    const report = readJson(file);
    for (const title of unsteady(report)) console.log(`Held only when it was repeated: ${title}`);
    return held(ofPlaywright(report), name, code);
  };
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, "utf8"));
}

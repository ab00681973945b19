import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Count, countPlaywright, countVitest, single, unsteady } from "#e2e/suite/count";
import { runTool } from "#e2e/suite/run-tool";
import { ensureBuilt } from "#lib/cli/build";

export type DatabaseKind = "pglite" | "postgres";

export async function types(): Promise<Count> {
  const routes = await runTool("next/dist/bin/next", ["typegen"]);
  return single(routes || (await runTool("typescript/bin/tsc", ["-p", "."])));
}

export async function lint(): Promise<Count> {
  return single(await runTool("@biomejs/biome/bin/biome", ["ci"]));
}

/** Both on PGlite; on PostgreSQL those that need a database. */
export async function unitAndIntegration(database: DatabaseKind, reports: string): Promise<Count> {
  const file = join(reports, `vitest-${database}.json`);
  const args = ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
  if (database === "postgres") args.push("--project=integration");
  const code = await runTool("vitest/vitest.mjs", args, { COUNTERSIGN_TEST_DATABASE: database });
  return existsSync(file) ? countVitest(readJson(file), code) : single(code || 1);
}

export async function build(): Promise<Count> {
  try {
    await ensureBuilt(process.cwd());
    return single(0);
  } catch (error) {
    console.error((error as Error).message);
    return single(1);
  }
}

/** All on PGlite; on PostgreSQL those whose outcome can depend on the database, which are tagged. */
export async function browserTests(database: DatabaseKind, reports: string): Promise<Count> {
  const file = join(reports, `playwright-${database}.json`);
  const args = ["test", "--reporter=dot,json"];
  if (database === "postgres") args.push("--grep", "@database");
  const code = await runTool("@playwright/test/cli.js", args, {
    COUNTERSIGN_TEST_DATABASE: database,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  if (!existsSync(file)) return single(code || 1);
  const report = readJson(file);
  for (const title of unsteady(report)) console.log(`Held only when it was repeated: ${title}`);
  return countPlaywright(report, code);
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, "utf8"));
}

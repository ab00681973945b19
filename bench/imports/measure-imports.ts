import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Cluster, createDatabase } from "#e2e/support/cluster";

const IMPORT_ONE = join(import.meta.dirname, "import-one.ts");
const ROWS = 200_000;

/** How fast a file of leads is imported and what that takes in memory, on each database, each in a process of its own. */
export async function measureImports(cluster: Cluster): Promise<void> {
  await createDatabase(cluster, "imports");
  for (const where of ["pglite", cluster.url("imports")]) {
    const args = ["--expose-gc", ...process.execArgv, IMPORT_ONE, where, String(ROWS)];
    const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
    if (status !== 0) throw new Error(`Importing ended with ${status}.`);
  }
}

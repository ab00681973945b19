import { startCluster } from "#e2e/support/cluster";
import { CLUSTER, prepareCompany } from "#e2e/support/company";
import { ensureBuilt } from "#lib/cli/build";

/** Before the browser tests: the build, PostgreSQL where it is asked for, and what homes are copied from. */
export default async function setup(): Promise<() => Promise<void>> {
  await ensureBuilt(process.cwd());
  if (process.env.COUNTERSIGN_TEST_DATABASE !== "postgres") {
    await prepareCompany();
    return async () => {};
  }
  const cluster = await startCluster();
  // Workers inherit the environment.
  process.env[CLUSTER] = cluster.url("{}");
  await prepareCompany();
  return cluster.stop;
}

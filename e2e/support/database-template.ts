import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { TestProject } from "vitest/node";
import { type Cluster, createDatabase, startCluster } from "#e2e/support/cluster";
import { migrateEmbedded } from "#lib/db/migrate";
import { pgliteStore } from "#lib/db/open-pglite";
import { openPostgres } from "#lib/db/open-postgres";
import { startQueue } from "#lib/queue/queue";

export const MIGRATIONS = "drizzle/migrations";
export const CACHE = "node_modules/.cache/countersign";
/** What Node keeps of the files it has compiled: the processes of tests are made of the same ones. */
export const COMPILED = resolve(CACHE, "compiled");
/** The migrated database that each worker's own is copied from. */
export const TEMPLATE = "countersign_template";

/** What the test processes are told: a file to load into PGlite, or a server to create a database on. */
export type TestDatabase =
  | { kind: "pglite"; snapshot: string }
  | { kind: "postgres"; base: string; template: string };

declare module "vitest" {
  interface ProvidedContext {
    testDatabase: TestDatabase;
  }
}

/** Vitest's global setup of the integration tests: migrates once. Returns the teardown. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env.COUNTERSIGN_TEST_DATABASE !== "postgres") {
    project.provide("testDatabase", { kind: "pglite", snapshot: await migratedSnapshot() });
    return async () => {};
  }
  const cluster = await startCluster();
  await migrateTemplate(cluster);
  project.provide("testDatabase", { kind: "postgres", base: cluster.url(""), template: TEMPLATE });
  return cluster.stop;
}

async function migratedSnapshot(): Promise<string> {
  const file = `${CACHE}/database-${fingerprint()}.tar`;
  if (existsSync(file)) return file;
  const client = await PGlite.create();
  const store = pgliteStore(client);
  await migrateEmbedded(store.raw, MIGRATIONS);
  await (await startQueue(store)).stop();
  const dump = await client.dumpDataDir("none");
  await store.close();
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()));
  renameSync(`${file}.${process.pid}`, file);
  return file;
}

/** Changes with everything a prepared database is made from; the queue's tables are part of it. */
export function fingerprint(): string {
  const hash = createHash("sha256");
  const files = globSync([`${MIGRATIONS}/**/*`, "package-lock.json", "lib/queue/queue.ts"], {
    withFileTypes: true,
  });
  for (const file of files
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort())
    hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

async function migrateTemplate(cluster: Cluster): Promise<void> {
  await createDatabase(cluster, TEMPLATE);
  const store = await openPostgres(cluster.url(TEMPLATE), MIGRATIONS);
  await (await startQueue(store)).stop();
  await store.close();
}

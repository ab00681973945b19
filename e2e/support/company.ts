import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sessions } from "#drizzle/schema/schema";
import { CAST, type CastKey, insertCast } from "#e2e/support/cast";
import { createDatabase } from "#e2e/support/cluster";
import { CACHE, fingerprint, MIGRATIONS } from "#e2e/support/database-template";
import { openPglite } from "#lib/db/open-pglite";
import { openPostgres } from "#lib/db/open-postgres";
import type { Store } from "#lib/db/store";
import { startQueue } from "#lib/queue/queue";

/** How a server under test begins: before its setup, or with the cast and a session for each of them. */
export type Company = "empty" | "cast";

/** Variables that point a server at a database of its own, and how to throw that away. */
export type Home = { env: Record<string, string>; remove: () => void };

/** Set by the global setup: the address of a PostgreSQL server with "{}" in the place of the database's name. */
export const CLUSTER = "COUNTERSIGN_TEST_CLUSTER";
const TEMPLATE = "cast";

/** The id of the session that a person of the cast has from the start. */
export function sessionIdOf(who: CastKey): string {
  return `ses_e2e_${who}`;
}

/** Makes what later homes are copied from, where it isn't there yet. */
export async function prepareCompany(): Promise<void> {
  const cluster = clusterUrl();
  if (cluster) {
    await createDatabase({ url: cluster }, TEMPLATE);
    await fill(await openPostgres(cluster(TEMPLATE), MIGRATIONS));
  } else if (!existsSync(preparedFolder())) {
    const draft = `${preparedFolder()}.${process.pid}`;
    await fill(await openPglite(draft, MIGRATIONS));
    renameSync(draft, preparedFolder());
  }
}

/** A new home for one server. */
export async function makeHome(company: Company): Promise<Home> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-e2e-"));
  const env: Record<string, string> = { COUNTERSIGN_DATA_DIR: folder };
  const cluster = clusterUrl();
  if (cluster) {
    const name = folder.split("-").at(-1) as string;
    await createDatabase({ url: cluster }, name, company === "cast" ? TEMPLATE : undefined);
    env.DATABASE_URL = cluster(name);
  } else if (company === "cast") cpSync(preparedFolder(), folder, { recursive: true });
  return { env, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Opens the database of a home. An embedded one has one process, so while no server runs. */
export function openHome(env: Record<string, string>): Promise<Store> {
  return env.DATABASE_URL
    ? openPostgres(env.DATABASE_URL, MIGRATIONS)
    : openPglite(env.COUNTERSIGN_DATA_DIR as string, MIGRATIONS);
}

function clusterUrl(): ((database: string) => string) | undefined {
  const pattern = process.env[CLUSTER];
  return pattern ? (database) => pattern.replace("{}", database) : undefined;
}

function preparedFolder(): string {
  return `${CACHE}/company-${fingerprint()}`;
}

async function fill(store: Store): Promise<void> {
  const now = new Date();
  await (await startQueue(store)).stop();
  await insertCast(store, now);
  await store.raw.insert(sessions).values(
    Object.entries(CAST)
      .filter(([key]) => key !== "chidi")
      .map(([key, { id: userId }]) => ({
        id: sessionIdOf(key as CastKey),
        userId,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date("2100-01-01"),
      })),
  );
  await store.close();
}

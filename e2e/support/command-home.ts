import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { insertCast } from "#e2e/support/cast";
import { emptyServerDatabase, fillDataDirectory, onPostgres } from "#e2e/support/empty-database";
import type { CommandIo } from "#lib/cli/io";
import type { Store } from "#lib/db/store";
import { readConfig } from "#lib/runtime/config";
import { openStore } from "#lib/runtime/runtime";

/** Where a command runs, and what it has said there. */
export type CommandHome = {
  io: CommandIo & { env: Record<string, string> };
  printed: string[];
  errors: string[];
  /** Looks into the database between two commands. */
  inStore: <T>(work: (store: Store) => Promise<T>) => Promise<T>;
};

/** A data directory, or a database of a server, with the cast in it; gone after the test. */
export async function commandHome(): Promise<CommandHome> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-command-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const env: Record<string, string> = { COUNTERSIGN_DATA_DIR: folder };
  if (onPostgres) env.DATABASE_URL = await emptyServerDatabase();
  else await fillDataDirectory(folder);
  const printed: string[] = [];
  const errors: string[] = [];
  const io = {
    stdin: process.stdin,
    out: (line: string) => void printed.push(line),
    err: (line: string) => void errors.push(line),
    env,
  };
  const inStore = async <T>(work: (store: Store) => Promise<T>) => {
    const store = await openStore(readConfig(env));
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  await inStore((store) => insertCast(store, new Date()));
  return { io, printed, errors, inStore };
}

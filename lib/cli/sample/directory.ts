import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { lockDirectory, type Unlock } from "#lib/db/lock";
import { AppError, isAppError } from "#lib/errors";

const LOCK = "lock.sqlite";

/**
 * Throws away what a data directory holds, so that the sample begins afresh. Throws `unavailable` and leaves it
 * alone while another process has it open.
 */
export function emptyDirectory(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const unlock = lock(dataDir);
  try {
    for (const name of readdirSync(dataDir).filter((entry) => !entry.startsWith(LOCK)))
      rmSync(join(dataDir, name), { recursive: true, force: true });
  } finally {
    unlock();
  }
}

function lock(dataDir: string): Unlock {
  try {
    return lockDirectory(join(dataDir, LOCK));
  } catch (error) {
    if (!isAppError(error, "unavailable")) throw error;
    throw new AppError("unavailable", "A sample company is running already. Stop it first, or use that one.");
  }
}

import { DatabaseSync } from "node:sqlite";
import { AppError } from "#lib/errors";

const SQLITE_BUSY = 5;

/** Gives the directory back. */
export type Unlock = () => void;

/**
 * Takes a data directory for this process, or throws `unavailable`. Two processes on one PGlite directory
 * lose rows silently. SQLite's file lock is the one lock in Node that is atomic and that the system frees on kill -9.
 */
export function lockDirectory(file: string): Unlock {
  const holder = new DatabaseSync(file, { timeout: 0 });
  try {
    holder.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    holder.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    throw new AppError(
      "unavailable",
      "Another Countersign process has this data directory open. Stop it first, or set COUNTERSIGN_DATA_DIR to another directory. Several processes need PostgreSQL through DATABASE_URL.",
    );
  }
  return () => holder.close();
}

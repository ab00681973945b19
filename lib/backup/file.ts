import { once } from "node:events";
import { createReadStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { restoreBackup } from "#lib/backup/restore-backup";
import { writeBackup } from "#lib/backup/write-backup";
import type { Store } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";

/** Writes a backup to a new file, for its owner's eyes only: it holds everything. Returns how many rows it holds. */
export async function backUpTo(path: string, ports: { store: Store; now: () => Date }): Promise<number> {
  const file = await open(path, "wx", 0o600);
  const gzip = createGzip();
  const written = pipeline(gzip, file.createWriteStream());
  const write = async (line: string) => {
    if (!gzip.write(`${line}\n`)) await Promise.race([once(gzip, "drain"), written]);
  };
  try {
    const rows = await writeBackup(ports, write);
    gzip.end();
    await written;
    return rows;
  } catch (error) {
    gzip.destroy();
    await written.catch(() => {});
    await rm(path);
    throw error;
  }
}

/** Reads a file that `backUpTo` wrote into an unused database. Returns how many rows it held. */
export function restoreFrom(ctx: Ctx, path: string): Promise<number> {
  return restoreBackup(ctx, linesOf(path));
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const text = createReadStream(path).pipe(createGunzip()).setEncoding("utf8");
  let rest = "";
  try {
    for await (const chunk of text) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop()!;
      yield* lines;
    }
  } catch {
    throw new AppError("invalid", "The backup is damaged or cut off. Nothing was restored.");
  }
}

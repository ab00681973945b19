import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { FILES } from "#bench/parsers/files";

const READ_ONE = join(import.meta.dirname, "parsers/read-one.ts");

/** How fast files of each kind are read, thread and all, and how much memory that takes at most; each in a new process. */
export function measureParsers(): void {
  for (const name of Object.keys(FILES)) {
    const { status } = spawnSync(process.execPath, [...process.execArgv, READ_ONE, name], {
      stdio: "inherit",
    });
    if (status !== 0) throw new Error(`Reading ${name} ended with ${status}.`);
  }
}

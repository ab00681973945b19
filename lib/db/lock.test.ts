import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { lockDirectory } from "#lib/db/lock";
import { openPglite } from "#lib/db/open-pglite";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "countersign-lock-"));
  file = join(folder, "lock.sqlite");
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

/** Another process that takes the lock and keeps it until it is killed. */
async function holder(): Promise<{ kill: () => Promise<void> }> {
  const script = `
    import { lockDirectory } from "#lib/db/lock";
    lockDirectory(${JSON.stringify(file)});
    console.log("held");
    setInterval(() => {}, 60_000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const kill = async () => {
    if (child.signalCode) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  onTestFinished(kill);
  await once(child.stdout, "data");
  return { kill };
}

describe("a data directory", () => {
  it("is refused to a second process with a sentence, and free again after kill -9 of the first", async () => {
    const { kill } = await holder();
    const refused = { name: "AppError", code: "unavailable", message: expect.stringMatching(SENTENCE) };
    expect(() => lockDirectory(file)).toThrow(expect.objectContaining(refused));
    await kill();
    lockDirectory(file)();
  });

  it("is refused before a second process touches the database", async () => {
    await holder();
    await expect(openPglite(folder, "drizzle/migrations")).rejects.toMatchObject({ code: "unavailable" });
    expect(existsSync(join(folder, "pglite"))).toBe(false);
  });

  it("is free again when it is given back", () => {
    const unlock = lockDirectory(file);
    expect(() => lockDirectory(file)).toThrow(SENTENCE);
    unlock();
    lockDirectory(file)();
  });

  it("whose lock can't be taken for another reason says so, and doesn't blame a process", () => {
    expect(() => lockDirectory(join(folder, "missing", "lock.sqlite"))).toThrow(/unable to open/);
    writeFileSync(file, "no database".repeat(1000));
    expect(() => lockDirectory(file)).toThrow(/not a database/);
  });
});

const SENTENCE =
  /^Another Countersign process has this data directory open\. Stop it first, or set COUNTERSIGN_DATA_DIR/;

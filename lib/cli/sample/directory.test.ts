import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { emptyDirectory } from "#lib/cli/sample/directory";
import { lockDirectory } from "#lib/db/lock";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "countersign-sample-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "pglite"));
  writeFileSync(join(folder, "pglite", "PG_VERSION"), "18");
  writeFileSync(join(folder, "auth-secret"), "old");
});

describe("the directory of the sample", () => {
  it("is emptied at each start, and can be opened afterwards", () => {
    emptyDirectory(folder);
    expect(readdirSync(folder)).toEqual(["lock.sqlite"]);
    lockDirectory(join(folder, "lock.sqlite"))();
  });

  it("is left alone while another process has it open", () => {
    const unlock = lockDirectory(join(folder, "lock.sqlite"));
    expect(() => emptyDirectory(folder)).toThrow(/^A sample company is running already\. Stop it first/);
    expect(existsSync(join(folder, "pglite", "PG_VERSION"))).toBe(true);
    unlock();
  });

  it("is made where there is none", () => {
    emptyDirectory(join(folder, "new", "sample"));
    expect(existsSync(join(folder, "new", "sample"))).toBe(true);
  });
});

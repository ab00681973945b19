import { describe, expect, it } from "vitest";
import { browserViolations } from "#e2e/architecture/browser";
import { cycleViolations } from "#e2e/architecture/cycles";
import { doorViolations } from "#e2e/architecture/doors";
import { importsOf } from "#e2e/architecture/imports";
import { migrationViolations } from "#e2e/architecture/migrations";
import { shapeViolations } from "#e2e/architecture/shape";
import { readTree } from "#e2e/architecture/tree";
import { workflowKeyViolations } from "#e2e/architecture/workflow-keys";

describe("the project", () => {
  const files = readTree(process.cwd());
  const imports = importsOf(files);

  it("is read", () => {
    expect(files.map((file) => file.path)).toContain("e2e/architecture/architecture.test.ts");
    expect(imports).toContainEqual({ from: "lib/db/lock.ts", typeOnly: false, package: "node:sqlite" });
  });

  it("keeps files small, named by what they do, and where they belong", () => {
    expect(shapeViolations(files)).toEqual([]);
  });

  it("imports only what the table of rooms allows", () => {
    expect(doorViolations(imports)).toEqual([]);
  });

  it("hands the browser only what may run there", () => {
    expect(browserViolations(imports)).toEqual([]);
  });

  it("has no circles", () => {
    expect(cycleViolations(imports)).toEqual([]);
  });

  it("knows a workflow only in its folder and in the registries", () => {
    expect(workflowKeyViolations(files)).toEqual([]);
  });

  it("has migrations that only add", () => {
    expect(files.some(({ path, text }) => path.endsWith(".sql") && /create table/i.test(text))).toBe(true);
    expect(migrationViolations(files)).toEqual([]);
  });
});

import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { logFormatOf } from "#lib/telemetry/log-output";

/** What a process of its own writes to stderr and stdout. */
function said(format: "text" | "json", script: string): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `import { logAnswered, settleOutput } from "#lib/telemetry/log-output";
       import { withRequest } from "#lib/telemetry/request";
       settleOutput("${format}");
       const failed = Object.assign(new Error("insert … params: Kim earns 90k"), { params: ["Kim earns 90k"] });
       ${script}`,
    ],
    { encoding: "utf8" },
  );
  return stdout + stderr;
}

it("writes one JSON line for each thing said, with its request, and never the values of a query", () => {
  const lines = said(
    "json",
    `withRequest("req_1", () => console.error("Failed:", failed));
     console.log("line one\\nline two");
     logAnswered({ method: "GET", path: "/", status: 500, ms: 3 });`,
  )
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { level: "error", message: "Failed: A query failed.", requestId: "req_1" },
    { level: "info", message: "line one\nline two" },
    { level: "error", method: "GET", path: "/", status: 500, ms: 3, message: "answered" },
  ]);
  expect(JSON.stringify(lines)).not.toContain("Kim");
  expect(lines[0].time).toMatch(/^\d{4}-.*Z$/);
});

it("writes sentences where nobody asked for JSON, without the values of a query", () => {
  expect(said("text", `console.error("Failed:", failed); console.log("done")`)).toBe(
    "done\nFailed: A query failed.\n",
  );
});

it("knows two formats", () => {
  expect([logFormatOf({}), logFormatOf({ COUNTERSIGN_LOG: "json" })]).toEqual(["text", "json"]);
  expect(() => logFormatOf({ COUNTERSIGN_LOG: "xml" })).toThrow("text or json");
});

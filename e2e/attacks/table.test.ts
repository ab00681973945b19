import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const ROW = /^\| [^|]+ \| [^|]+ \| `([^`]+)` › (.+) \|$/gm;
const rows = [...readFileSync("e2e/attacks/README.md", "utf8").matchAll(ROW)].map(
  ([, path = "", title = ""]) => ({ path, title }),
);

it("lists what attackers try", () => expect(rows.length).toBeGreaterThan(45));

it.each(rows)("has $path with “$title”", ({ path, title }) => {
  expect(existsSync(path), path).toBe(true);
  expect(readFileSync(path, "utf8")).toContain(`"${title}"`);
});

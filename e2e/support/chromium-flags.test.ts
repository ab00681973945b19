import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { chromiumFlags } from "#e2e/support/chromium-flags";

test("what Playwright turns off in Chromium on Linux stays off", () => {
  const bundle = readFileSync("node_modules/playwright-core/lib/coreBundle.js", "utf8");
  const list = /\bdisabledFeatures = \[(.*?)\]/s.exec(bundle)?.[1] ?? "";
  const theirs = [...list.matchAll(/^ *"(\w+)"/gm)].map(([, name]) => name as string);
  expect(theirs).toContain("PaintHolding");
  const ours = chromiumFlags()[0]?.split(/[=,]/);
  expect(ours).toEqual(expect.arrayContaining(theirs.filter((name) => !/^ms|Win$/.test(name))));
});

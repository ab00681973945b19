import { globSync, readFileSync } from "node:fs";
import { defineConfig, type ViteUserConfig } from "vitest/config";

// Neither a whole hour from UTC nor the zone of anybody's meeting: a slip between zones fails loudly.
process.env.TZ = "Asia/Kathmandu";

const files = globSync("{components,drizzle,e2e,lib}/**/*.test.{ts,tsx}")
  .sort()
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));
// Most of what tests are supported with stands on a database.
const withDatabase = files.filter(({ text }) =>
  /from "#e2e\/(faults\/kill"|permissions\/people"|support\/(?!chromium-flags"|clock"|console"))/.test(text),
);
const pure = files.filter((file) => !withDatabase.includes(file));
// What stands in for a module must meet nobody who has loaded the real one, and be met by nobody.
const alone = pure.filter(({ text }) => text.includes("vi.mock("));
const together = pure.filter((file) => !alone.includes(file));
const pathsOf = (some: typeof files) => some.map(({ path }) => path);

const SCRATCH = "e2e/support/scratch.ts";
const shared = {
  environment: "node",
  globalSetup: SCRATCH,
  setupFiles: ["e2e/support/console.ts"],
  // One process runs many files with one database; each test empties it.
  isolate: false,
  pool: "forks",
  // Generous, so that a busy machine is not taken for a defect.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  unstubEnvs: true,
  restoreMocks: true,
} satisfies ViteUserConfig["test"];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: "unit", include: pathsOf(together) } },
      { test: { ...shared, name: "unit-alone", include: pathsOf(alone), isolate: true } },
      {
        test: {
          ...shared,
          name: "integration",
          include: pathsOf(withDatabase),
          globalSetup: [SCRATCH, "e2e/support/database-template.ts"],
        },
      },
    ],
  },
});

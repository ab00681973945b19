import { globSync, readFileSync } from "node:fs";
import { defineConfig, type ViteUserConfig } from "vitest/config";

// Neither a whole hour from UTC nor the zone of anybody's meeting: a slip between zones fails loudly.
process.env.TZ = "Asia/Kathmandu";

const files = globSync("{components,drizzle,e2e,lib}/**/*.test.{ts,tsx}").sort();
// Most of what tests are supported with stands on a database.
const needsDatabase = (file: string) =>
  /from "#e2e\/(permissions\/people"|support\/(?!clock"|console"))/.test(readFileSync(file, "utf8"));

const shared = {
  environment: "node",
  setupFiles: ["e2e/support/console.ts"],
  // One process runs many files with one database; each test empties it.
  isolate: false,
  pool: "forks",
  unstubEnvs: true,
  restoreMocks: true,
} satisfies ViteUserConfig["test"];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: "unit", include: files.filter((file) => !needsDatabase(file)) } },
      {
        test: {
          ...shared,
          name: "integration",
          include: files.filter(needsDatabase),
          globalSetup: "e2e/support/database-template.ts",
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});

import { defineConfig } from "@playwright/test";
import { findChromium } from "#e2e/support/chromium";
import { chromiumFlags } from "#e2e/support/chromium-flags";

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./e2e/support/global-setup.ts",
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  // Generous, so that a busy machine is not taken for a defect.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // Once, where nobody looks on; the suite names what needed it.
  retries: process.env.CI ? 1 : 0,
  reporter: "list",
  use: {
    browserName: "chromium",
    launchOptions: { executablePath: findChromium(), args: chromiumFlags() },
    viewport: { width: 1440, height: 900 },
    locale: "en-CA",
    timezoneId: "America/Toronto",
    contextOptions: { reducedMotion: "reduce", serviceWorkers: "block" },
    // Recording costs time, and where nobody looks on a failure is repeated anyway.
    trace: process.env.CI ? "on-first-retry" : "retain-on-failure",
    screenshot: "only-on-failure",
  },
});

import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { getRuntime } from "#lib/runtime/handle";
import { register } from "../../instrumentation";

it("opens no database while the pages are built: the start after it wants it, and may have another", async () => {
  const folder = join(tmpdir(), "countersign-build-phase");
  vi.stubEnv("COUNTERSIGN_DATA_DIR", folder);
  vi.stubEnv("DATABASE_URL", undefined);
  vi.stubEnv("NEXT_RUNTIME", "nodejs");
  vi.stubEnv("NEXT_PHASE", "phase-production-build");
  await register();
  await expect(getRuntime()).rejects.toThrow("Ask for the request first.");
  expect(existsSync(folder)).toBe(false);
});

import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { authSecret } from "#lib/runtime/secrets";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "countersign-secrets-"));
});
afterEach(() => rmSync(home, { recursive: true }));

it("makes a secret once, for its owner's eyes only, and leaves no draft of it", () => {
  const dataDir = join(home, "data");
  const secret = authSecret(dataDir, {});
  expect(secret).toHaveLength(64);
  expect(authSecret(dataDir, {})).toBe(secret);
  expect(readdirSync(dataDir)).toEqual(["auth-secret"]);
  expect(statSync(join(dataDir, "auth-secret")).mode & 0o777).toBe(0o600);
});

it("makes another one elsewhere", () => {
  expect(authSecret(join(home, "a"), {})).not.toBe(authSecret(join(home, "b"), {}));
});

it("takes AUTH_SECRET and writes nothing", () => {
  const given = "k".repeat(40);
  expect(authSecret(home, { AUTH_SECRET: ` ${given}\n` })).toBe(given);
  expect(readdirSync(home)).toEqual([]);
});

it.each([
  ["AUTH_SECRET", { AUTH_SECRET: "short" }],
  ["auth-secret", {}],
])("refuses a short %s", (name, env) => {
  writeFileSync(join(home, "auth-secret"), "cut");
  expect(() => authSecret(home, env)).toThrow(new RegExp(`${name} holds fewer than 32 characters`));
});

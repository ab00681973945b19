import { expect, it, vi } from "vitest";
import { hashPassword, verifyPassword } from "#lib/sessions/password";

const verified = vi.hoisted(() => ({ hashes: [] as string[] }));
vi.mock(import("@node-rs/argon2"), async (original) => {
  const library = await original();
  return {
    ...library,
    verify: (hashed, ...rest) => {
      verified.hashes.push(String(hashed));
      return library.verify(hashed, ...rest);
    },
  };
});

it("fits its own hash, however the letters are composed, and no other", async () => {
  const hash = await hashPassword("zwölf Forellen");
  expect(await verifyPassword(hash, "zwo\u0308lf Forellen")).toBe(true);
  expect(await verifyPassword(hash, "zwolf Forellen")).toBe(false);
});

it("costs OWASP's 19 MiB, two passes and one lane, and a salt of its own", async () => {
  const [first, second] = await Promise.all([hashPassword("zwölf Forellen"), hashPassword("zwölf Forellen")]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
});

it("does the same work for somebody without a password as for a wrong one", async () => {
  const hash = await hashPassword("zwölf Forellen");
  for (const [known, expected] of [
    [hash, hash],
    [null, expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)],
  ] as const) {
    verified.hashes = [];
    expect(await verifyPassword(known, "a wrong one")).toBe(false);
    expect(verified.hashes).toEqual([expected]);
  }
});

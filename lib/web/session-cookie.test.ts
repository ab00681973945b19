import { encode } from "next-auth/jwt";
import { expect, it, vi } from "vitest";
import { bringsSession, sessionIdOf } from "#lib/web/session-cookie";

const SECRET = "a-secret-for-tests-that-is-long-enough";
const NAME = "authjs.session-token";

const signed = (name: string, secret = SECRET) => encode({ token: { sid: "ses_1" }, secret, salt: name });
const cookies = (all: Record<string, string>) => ({
  get: (name: string) => (name in all ? { value: all[name]! } : undefined),
});
const idOf = (all: Record<string, string>, scheme = "http") => {
  vi.stubEnv("AUTH_SECRET", SECRET);
  return sessionIdOf(new Headers({ "x-forwarded-proto": scheme }), cookies(all));
};

it("finds the session in what was signed here, over http and over https", async () => {
  expect(await idOf({ theme: "dark", [NAME]: await signed(NAME) })).toBe("ses_1");
  const secure = `__Secure-${NAME}`;
  expect(await idOf({ [secure]: await signed(secure) }, "https")).toBe("ses_1");
});

it("finds none in what somebody made up, signed elsewhere, or set for the other scheme", async () => {
  expect(await idOf({})).toBeUndefined();
  expect(await idOf({ [NAME]: "eyJ" })).toBeUndefined();
  expect(
    await idOf({ [NAME]: await signed(NAME, "another-secret-that-is-long-enough-too") }),
  ).toBeUndefined();
  expect(await idOf({ [NAME]: await signed(NAME) }, "https")).toBeUndefined();
});

it.each([
  ["theme=dark; authjs.session-token=eyJ", true],
  ["__Secure-authjs.session-token.0=eyJ", true],
  ["x-authjs.session-token=1", false],
  ["", false],
])("whether %j is a session, good or not: %s", (cookie, expected) => {
  expect(bringsSession(new Headers({ cookie }))).toBe(expected);
});

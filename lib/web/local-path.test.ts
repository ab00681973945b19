import { expect, it } from "vitest";
import { localAddress, localPath } from "#lib/web/local-path";

it.each(["/", "/reviews/drf_1", "/actions?owner=usr_1&overdue=1"])("leads to %s", (path) => {
  expect(localPath(path)).toBe(path);
});

it.each([
  null,
  "",
  "reviews",
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "javascript:alert(1)",
  "/api/events",
  "/sign-in?next=/sign-in",
])("leads home instead of to %s", (path) => {
  expect(localPath(path)).toBe("/");
});

it("drops what is behind the hash, which never reaches a server", () => {
  expect(localPath("/log?day=1#x")).toBe("/log?day=1");
});

const BASE = "https://ops.larkfield.example";

it.each([
  ["/actions?who=me", "/actions?who=me"],
  [`${BASE}/actions`, "/actions"],
  ["/sign-in?refused=unknown", "/sign-in?refused=unknown"],
  ["https://evil.example/actions", "/"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/.//evil.example", "/"],
  [`${BASE}//evil.example`, "/"],
  [`${BASE}.evil.example/`, "/"],
  [`${BASE}@evil.example/`, "/"],
  ["http://ops.larkfield.example/actions", "/"],
  ["javascript:alert(1)", "/"],
  ["https://", "/"],
  ["/api/auth/signout", "/"],
])("leads from %s to %s of this site", (text, path) => {
  expect(localAddress(text, BASE)).toBe(BASE + path);
});

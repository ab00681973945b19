import { expect, it } from "vitest";
import { isMachinePath } from "#lib/web/machine-paths";
import { refuseProgram } from "#lib/web/refuse-program";
import { readSite } from "#lib/web/site";

const HOST = { host: "ops.example.com" };
const TOKEN = { authorization: `Bearer cs_${"A".repeat(43)}` };
const COOKIE = { cookie: "authjs.session-token=eyJ" };
const OWN = { origin: "https://ops.example.com" };
const FOREIGN = { origin: "https://elsewhere.example" };

it.each([
  ["a program", "POST", { ...TOKEN, "content-length": "900" }, null],
  ["a program with a long source", "POST", { ...TOKEN, "content-length": "3000000" }, null],
  ["a program with more", "POST", { ...TOKEN, "content-length": "3200000" }, 413],
  ["a program that doesn’t say how much", "POST", { ...TOKEN, "transfer-encoding": "chunked" }, 413],
  ["a program with a length that is none", "POST", { ...TOKEN, "content-length": "lots" }, 413],
  ["a stranger", "POST", { "content-length": "900" }, null],
  ["a stranger’s pile", "POST", { "content-length": "40000" }, 413],
  ["a session’s pile, which counts for nothing here", "POST", { ...COOKIE, "content-length": "40000" }, 413],
  ["what only sounds like a token", "POST", { authorization: "Bearer cs_", "content-length": "40000" }, 413],
  ["a page of this site’s", "POST", { ...TOKEN, ...OWN, "content-length": "9" }, null],
  ["a page of another site’s", "POST", { ...TOKEN, ...FOREIGN, "content-length": "9" }, 403],
  ["a page without a site", "POST", { ...TOKEN, origin: "null", "content-length": "9" }, 403],
  ["reading", "GET", {}, null],
  ["taking something away", "DELETE", FOREIGN, 403],
] as const)("%s", (_, method, headers, status) => {
  const site = readSite({ COUNTERSIGN_URL: "https://ops.example.com" });
  const sent = new Headers({ ...HOST, ...headers } as Record<string, string>);
  const nextUrl = { pathname: "/api/v1/actions" };
  expect(refuseProgram({ method, headers: sent, nextUrl }, site)?.status ?? null).toBe(status);
});

it.each([
  ["/api/v1/sources", null],
  ["/api/v1/actions", 413],
  ["/api/mcp", 413],
])("a file sent to %s", (pathname, status) => {
  const headers = new Headers({
    ...HOST,
    ...TOKEN,
    "content-type": "multipart/form-data; boundary=x",
    "content-length": "20000000",
  });
  const answer = refuseProgram({ method: "POST", headers, nextUrl: { pathname } }, readSite({}));
  expect(answer?.status ?? null).toBe(status);
});

it.each([
  ["/api/v1/sources", true],
  ["/api/v1", true],
  ["/api/mcp", true],
  ["/api/mcpx", false],
  ["/api/v10/sources", false],
  ["/api/auth/session", false],
  ["/API/v1/sources", false],
  ["/reviews/api/v1/", false],
])("%s is for programs: %s", (path, expected) => expect(isMachinePath(path)).toBe(expected));

import { expect, it } from "vitest";
import { isTooLarge } from "#lib/web/body-limit";

const SIGNED_IN = "theme=dark; authjs.session-token=eyJ";

it.each([
  ["a stranger's form", "POST", { "content-length": "900" }, false],
  ["a stranger's pile", "POST", { "content-length": "6400000" }, true],
  ["a length that is none", "POST", { "content-length": "lots" }, true],
  ["a body without an end in sight", "POST", { "transfer-encoding": "chunked" }, true],
  ["no body", "POST", {}, false],
  ["a page", "GET", { "content-length": "6400000" }, false],
  ["a source of somebody signed in", "POST", { "content-length": "900000", cookie: SIGNED_IN }, false],
  [
    "the same over https",
    "POST",
    { "content-length": "900000", cookie: `__Secure-${SIGNED_IN.slice(12)}` },
    false,
  ],
  [
    "a cookie that only sounds like it",
    "POST",
    { "content-length": "900000", cookie: "x-authjs.session-token=1" },
    true,
  ],
] as const)("%s", (_, method, headers, expected) => {
  expect(isTooLarge({ method, headers: new Headers(headers) })).toBe(expected);
});

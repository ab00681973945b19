import { expect, it } from "vitest";
import { isTooLarge } from "#lib/web/body-limit";

it.each([
  ["a stranger's form", "POST", { "content-length": "900" }, false],
  ["a stranger's pile", "POST", { "content-length": "6400000" }, true],
  ["a length that is none", "POST", { "content-length": "lots" }, true],
  ["a body without an end in sight", "POST", { "transfer-encoding": "chunked" }, true],
  ["no body", "POST", {}, false],
  ["a page", "GET", { "content-length": "6400000" }, false],
] as const)("%s", (_, method, headers, expected) => {
  expect(isTooLarge({ method, headers: new Headers(headers) })).toBe(expected);
});

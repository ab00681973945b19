import { expect, it } from "vitest";
import { visitorOf } from "#lib/web/visitor";

it.each([
  ["198.51.100.7", "198.51.100.7"],
  ["::ffff:198.51.100.7", "198.51.100.7"],
  ["2001:db8::9", "2001:db8::9"],
  ["192.0.2.1, 198.51.100.7", "198.51.100.7"],
  ["", null],
])("reads the address of %j", (forwarded, address) => {
  const headers = new Headers({ "x-forwarded-for": forwarded, "user-agent": "Firefox" });
  expect(visitorOf(headers)).toEqual({ address, userAgent: "Firefox" });
});

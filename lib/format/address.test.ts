import { expect, it } from "vitest";
import { addressOf } from "#lib/format/address";

it.each([
  ["/actions", {}, "/actions"],
  ["/actions", { who: "me", team: undefined, open: null, cursor: "" }, "/actions?who=me"],
  ["/log", { person: "a&b=c", group: "ü" }, "/log?person=a%26b%3Dc&group=%C3%BC"],
])("addressOf(%s, %o) is %s", (path, query, expected) => {
  expect(addressOf(path, query)).toBe(expected);
});

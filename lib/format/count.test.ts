import { expect, it } from "vitest";
import { formatCount } from "#lib/format/count";

it("stops counting in figures after 999", () => {
  expect(formatCount(0)).toBe("0");
  expect(formatCount(999)).toBe("999");
  expect(formatCount(1000)).toBe("999+");
  expect(formatCount(100, 99)).toBe("99+");
});

import { expect, it } from "vitest";
import { formatCount } from "#lib/format/count";

it("stops counting in figures after 99, and says where not all were counted", () => {
  expect(formatCount(0)).toBe("0");
  expect(formatCount(99)).toBe("99");
  expect(formatCount(100)).toBe("99+");
  expect(formatCount(30, true)).toBe("30+");
  expect(formatCount(120, true)).toBe("99+");
});

import { describe, expect, it } from "vitest";
import { formatCents, formatMicros } from "#lib/format/money";

describe("formatMicros", () => {
  it.each([
    [12_300n, "$0.0123"],
    [0n, "$0.00"],
    [7n, "$0.000007"],
    [99n, "$0.000099"],
    [100n, "$0.0001"],
    [149n, "$0.0001"],
    [150n, "$0.0002"],
    [999_949n, "$0.9999"],
    [999_950n, "$1.00"],
    [1_000_000n, "$1.00"],
    [45_000_000n, "$45.00"],
    [1_234_565_000n, "$1,234.57"],
    [-12_300n, "−$0.0123"],
    [9_007_199_254_740_993_000_000n, "$9,007,199,254,740,993.00"],
  ])("writes %s µ$ as %s", (micros, text) => {
    expect(formatMicros(micros)).toBe(text);
  });

  it("takes the numbers a database driver returns, and averages", () => {
    expect(formatMicros(12_300)).toBe("$0.0123");
    expect(formatMicros(12_299.6)).toBe("$0.0123");
  });

  it("says unknown where nothing is known, never zero", () => {
    expect(formatMicros(null)).toBe("unknown");
    expect(formatMicros(Number.NaN)).toBe("unknown");
  });
});

it.each([
  [0n, "less than $0.01"],
  [4_999n, "less than $0.01"],
  [5_000n, "$0.01"],
  [49_576n, "$0.05"],
  [1_234_567_890n, "$1,234.57"],
])("formatCents writes %s µ$ as %s", (micros, words) => {
  expect(formatCents(micros)).toBe(words);
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { formatAmount, isCurrency, MOST_HUNDREDTHS, parseAmount } from "#lib/format/amount";

it.each([
  ["12000", 1_200_000],
  ["12,000.50", 1_200_050],
  ["12 000,5", 1_200_050],
  ["1.250", 125_000],
  ["0.99", 99],
  ["1’000’000", 100_000_000],
])("reads %s", (text, hundredths) => {
  expect(parseAmount(text)).toBe(hundredths);
});

it.each(["", "-5", "1e6", "12.3456", "about 40k", "1,2,3", "9".repeat(20)])(
  "takes “%s” for no amount",
  (text) => {
    expect(parseAmount(text)).toBeNull();
  },
);

it("reads what it wrote", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MOST_HUNDREDTHS }), (hundredths) => {
      expect(parseAmount(formatAmount(hundredths, "CAD").slice("CAD ".length))).toBe(hundredths);
    }),
  );
});

it("knows currencies by their letters", () => {
  expect(isCurrency("CAD")).toBe(true);
  expect(isCurrency("cad")).toBe(false);
  expect(isCurrency("ZZZ")).toBe(false);
});

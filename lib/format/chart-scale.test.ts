import { describe, expect, it } from "vitest";
import { AGE_TICKS, placeOfAge, STRIP_WIDTH } from "#lib/format/age-axis";
import { roundTicks, scaleOf } from "#lib/format/chart-scale";

describe("roundTicks", () => {
  it.each([
    [0, 15.1, [0, 5, 10, 15]],
    [-3, 12, [0, 5, 10]],
    [40, 100, [40, 60, 80, 100]],
    [0, 1, [0, 0.5, 1]],
    [0, 0, [0]],
  ])("between %d and %d", (from, to, ticks) => {
    expect(roundTicks(from, to)).toEqual(ticks);
    expect(ticks.length).toBeLessThanOrEqual(4);
  });
});

describe("scaleOf", () => {
  it("goes from one pixel to the other, and stands still where there is nothing to tell apart", () => {
    const y = scaleOf(0, 10, 74, 14);
    expect([y(0), y(5), y(10)]).toEqual([74, 44, 14]);
    expect(scaleOf(3, 3, 0, 10)(3)).toBe(0);
  });
});

describe("placeOfAge", () => {
  it("is logarithmic, and holds what lies beyond its ends", () => {
    const hour = 3_600_000;
    expect(placeOfAge(0)).toBe(0);
    expect(placeOfAge(900 * hour)).toBe(STRIP_WIDTH);
    expect(placeOfAge(4 * hour) - placeOfAge(2 * hour)).toBeCloseTo(
      placeOfAge(8 * hour) - placeOfAge(4 * hour),
      0,
    );
    expect(AGE_TICKS.map(({ at }) => at)).toEqual(
      [...AGE_TICKS.map(({ at }) => at)].toSorted((a, b) => a - b),
    );
  });
});

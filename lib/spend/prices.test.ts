import { describe, expect, it } from "vitest";
import { type PriceRow, priceFor } from "#lib/spend/prices";

const TODAY = new Date("2026-11-20T15:00:00Z");

describe("priceFor", () => {
  it("knows the four models in micro-dollars per million tokens", () => {
    expect(priceFor("claude-sonnet-5-5", 1000, TODAY)).toMatchObject({
      input: 2_000_000,
      output: 10_000_000,
      cacheWrite5m: 2_500_000,
      cacheWrite1h: 4_000_000,
      cacheRead: 100_000,
      source: "Anthropic's price page",
    });
    expect(priceFor("claude-opus-5-5", 1000, TODAY)).toMatchObject({ input: 4_000_000, output: 20_000_000 });
    expect(priceFor("claude-fable-5-2", 1000, TODAY)).toMatchObject({ input: 8_000_000, output: 40_000_000 });
    expect(priceFor("claude-haiku-5-5", 1000, TODAY)).toMatchObject({ input: 100_000, output: 500_000 });
  });

  it("raises Haiku's price for the whole request once the prompt is over 100k tokens", () => {
    expect(priceFor("claude-haiku-5-5", 100_000, TODAY)?.input).toBe(100_000);
    expect(priceFor("claude-haiku-5-5", 100_001, TODAY)).toMatchObject({
      input: 500_000,
      source: "a third party",
    });
    expect(priceFor("claude-sonnet-5-5", 900_000, TODAY)?.input).toBe(2_000_000);
  });

  it("finds a dated release by its family, and nothing for a model without a price", () => {
    expect(priceFor("claude-sonnet-5-5-20260901", 1000, TODAY)?.input).toBe(2_000_000);
    expect(priceFor("claude-sonnet-9", 1000, TODAY)).toBeNull();
    expect(priceFor("qwen3:14b", 1000, TODAY)).toBeNull();
  });

  it("has no price before the first row, and keeps the old one until the day of a change", () => {
    const rates = {
      cacheWrite5m: 3,
      cacheWrite1h: 4,
      cacheRead: 5,
      output: 2,
      overPromptTokens: 0,
      source: "test",
    };
    const rows: PriceRow[] = [
      { model: "m", from: "2026-03-01", input: 10, ...rates },
      { model: "m", from: "2026-11-20", input: 8, ...rates },
      { model: "m", from: "2026-03-01", input: 50, ...rates, overPromptTokens: 100 },
    ];
    const input = (day: string, tokens = 1) => priceFor("m", tokens, new Date(day), rows)?.input;
    expect(input("2026-02-28T23:59:59Z")).toBeUndefined();
    expect(input("2026-11-19T23:59:59Z")).toBe(10);
    expect(input("2026-11-20T00:00:00Z")).toBe(8);
    expect(input("2026-11-19T23:59:59Z", 101)).toBe(50);
    expect(input("2026-11-20T00:00:00Z", 101)).toBe(8);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BilledUsage, costMicros, costOf } from "#lib/spend/cost";
import { type Price, priceFor } from "#lib/spend/prices";

const TODAY = new Date("2026-11-20T15:00:00Z");
const sonnet = priceFor("claude-sonnet-5-5", 0, TODAY) as Price;
const usage = (u: Partial<BilledUsage>): BilledUsage => ({
  input_tokens: 0,
  output_tokens: 0,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 0,
  ...u,
});

describe("costMicros", () => {
  it("adds every kind of token at its own rate", () => {
    const read = usage({
      input_tokens: 4_000,
      output_tokens: 900,
      cache_creation_input_tokens: 3_000,
      cache_creation: { ephemeral_1h_input_tokens: 1_000 },
      cache_read_input_tokens: 10_000,
    });
    // 8,000 + 9,000 + 2,000 × 2.5 + 1,000 × 4 + 10,000 × 0.1
    expect(costMicros(read, sonnet, { batch: false })).toBe(27_000n);
    expect(costMicros(read, sonnet, { batch: true })).toBe(13_500n);
  });

  it("rounds up once, after adding: three tenths of a micro-dollar and a half are one", () => {
    const price: Price = { ...sonnet, input: 300_000, output: 500_000 };
    expect(costMicros(usage({ input_tokens: 1, output_tokens: 1 }), price, { batch: false })).toBe(1n);
    expect(costMicros(usage({ input_tokens: 1 }), price, { batch: true })).toBe(1n);
    expect(costMicros(usage({}), price, { batch: false })).toBe(0n);
  });

  const anyTokens = fc.nat({ max: 1_000_000 });
  const anyUsage = fc
    .record({ i: anyTokens, o: anyTokens, h: anyTokens, m: anyTokens, r: anyTokens })
    .map(({ i, o, h, m, r }) =>
      usage({
        input_tokens: i,
        output_tokens: o,
        cache_creation_input_tokens: h + m,
        cache_creation: { ephemeral_1h_input_tokens: h },
        cache_read_input_tokens: r,
      }),
    );

  it("is never below the exact amount and less than one micro-dollar above it", () => {
    fc.assert(
      fc.property(anyUsage, fc.boolean(), (u, batch) => {
        const h = u.cache_creation?.ephemeral_1h_input_tokens ?? 0;
        const tenths = // Sonnet's rates are whole tenths of a micro-dollar per token
          20 * u.input_tokens +
          100 * u.output_tokens +
          25 * (u.cache_creation_input_tokens - h) +
          40 * h +
          u.cache_read_input_tokens;
        const parts = batch ? 20 : 10;
        const over = Number(costMicros(u, sonnet, { batch })) * parts - tenths;
        return over >= 0 && over < parts;
      }),
    );
  });

  it("grows with every token, and two calls cost at most one micro-dollar more than both in one", () => {
    fc.assert(
      fc.property(anyUsage, anyUsage, (a, b) => {
        const h = (u: BilledUsage) => u.cache_creation?.ephemeral_1h_input_tokens ?? 0;
        const both = usage({
          input_tokens: a.input_tokens + b.input_tokens,
          output_tokens: a.output_tokens + b.output_tokens,
          cache_creation_input_tokens: a.cache_creation_input_tokens + b.cache_creation_input_tokens,
          cache_creation: { ephemeral_1h_input_tokens: h(a) + h(b) },
          cache_read_input_tokens: a.cache_read_input_tokens + b.cache_read_input_tokens,
        });
        const [one, two, sum] = [a, b, both].map((u) => costMicros(u, sonnet, { batch: false })) as [
          bigint,
          bigint,
          bigint,
        ];
        return sum >= one && sum >= two && one + two - sum >= 0n && one + two - sum <= 1n;
      }),
    );
  });
});

describe("costOf", () => {
  const of = (raw: unknown, model = "claude-sonnet-5-5") => costOf({ model, usage: raw, on: TODAY });

  it("prices raw usage and says what the price rests on", () => {
    expect(
      of({ input_tokens: 4000, output_tokens: 900, cache_creation: null, service_tier: "standard" }),
    ).toEqual({
      micros: 17_000n,
      note: "claude-sonnet-5-5 since 2026-01-01, Anthropic's price page",
    });
    expect(
      of({ input_tokens: 4000, output_tokens: 900, service_tier: "batch", inference_geo: "global" }),
    ).toEqual({
      micros: 8_500n,
      note: "claude-sonnet-5-5 since 2026-01-01, Anthropic's price page, half price as a batch",
    });
  });

  it("counts cached tokens into Haiku's tier", () => {
    const raw = { input_tokens: 1_000, output_tokens: 0, cache_read_input_tokens: 100_000 };
    expect(of(raw, "claude-haiku-5-5").micros).toBe(500n + 5_000n);
  });

  it.each([
    [
      "an unknown model",
      { input_tokens: 1, output_tokens: 1 },
      "claude-sonnet-9",
      "No price is known for claude-sonnet-9.",
    ],
    [
      "the priority tier",
      { input_tokens: 1, output_tokens: 1, service_tier: "priority" },
      undefined,
      "The priority service tier has no known price.",
    ],
    [
      "another geography",
      { input_tokens: 1, output_tokens: 1, inference_geo: "us" },
      undefined,
      "Inference in “us” has no known price.",
    ],
    [
      "fast mode",
      { input_tokens: 1, output_tokens: 1, speed: "fast" },
      undefined,
      "The fast speed has no known price.",
    ],
    ["no usage", null, undefined, "The usage that was reported can't be read."],
    [
      "negative tokens",
      { input_tokens: -1, output_tokens: 1 },
      undefined,
      "The usage that was reported can't be read.",
    ],
    [
      "more 1 h tokens than written ones",
      { input_tokens: 1, output_tokens: 1, cache_creation: { ephemeral_1h_input_tokens: 5 } },
      undefined,
      "The usage that was reported can't be read.",
    ],
  ])("leaves %s unpriced, with the reason", (_what, raw, model, note) => {
    expect(of(raw, model)).toEqual({ micros: null, note });
  });
});

import { z } from "zod";
import { type Price, priceFor } from "#lib/spend/prices";

const Tokens = z.number().int().nonnegative();
const TokensOrNone = Tokens.nullish().transform((n) => n ?? 0);

/** The part of an answer's usage that is billed. `input_tokens` leaves cached tokens out; `output_tokens` includes thinking. */
const BilledUsage = z
  .object({
    input_tokens: Tokens,
    output_tokens: Tokens,
    cache_creation_input_tokens: TokensOrNone,
    cache_read_input_tokens: TokensOrNone,
    cache_creation: z.object({ ephemeral_1h_input_tokens: TokensOrNone }).nullish(),
    service_tier: z.string().nullish(),
    inference_geo: z.string().nullish(),
    speed: z.string().nullish(),
  })
  .refine((u) => (u.cache_creation?.ephemeral_1h_input_tokens ?? 0) <= u.cache_creation_input_tokens);
export type BilledUsage = z.infer<typeof BilledUsage>;

/** What a call cost in micro-dollars, or null with the reason; `note` says what the price rests on. */
export type Cost = { micros: bigint | null; note: string };

/** Prices the raw usage of one call. Never guesses: what has no known price is null with a reason. */
export function costOf(call: { model: string; usage: unknown; on: Date }): Cost {
  const parsed = BilledUsage.safeParse(call.usage);
  if (!parsed.success) return { micros: null, note: "The usage that was reported can't be read." };
  const usage = parsed.data;
  const unpriced = unpricedTerms(usage);
  if (unpriced) return { micros: null, note: unpriced };
  const price = priceFor(call.model, promptTokens(usage), call.on);
  if (!price) return { micros: null, note: `No price is known for ${call.model}.` };
  const batch = usage.service_tier === "batch";
  const note = `${price.model} since ${price.from}, ${price.source}${batch ? ", half price as a batch" : ""}`;
  return { micros: costMicros(usage, price, { batch }), note };
}

/** The cost in micro-dollars: multiplied first, divided once, rounded up once. A batch costs half. */
export function costMicros(usage: BilledUsage, price: Price, { batch }: { batch: boolean }): bigint {
  const write1h = usage.cache_creation?.ephemeral_1h_input_tokens ?? 0;
  const write5m = usage.cache_creation_input_tokens - write1h;
  const total =
    BigInt(usage.input_tokens) * BigInt(price.input) +
    BigInt(usage.output_tokens) * BigInt(price.output) +
    BigInt(write5m) * BigInt(price.cacheWrite5m) +
    BigInt(write1h) * BigInt(price.cacheWrite1h) +
    BigInt(usage.cache_read_input_tokens) * BigInt(price.cacheRead);
  const divisor = 1_000_000n * (batch ? 2n : 1n);
  return (total + divisor - 1n) / divisor;
}

/** Every token of the prompt, cached ones included; a price tier goes by this. */
function promptTokens(usage: BilledUsage): number {
  return usage.input_tokens + usage.cache_creation_input_tokens + usage.cache_read_input_tokens;
}

/** Terms that multiply the list price by a factor the price rows don't have. */
function unpricedTerms(usage: BilledUsage): string | null {
  const { service_tier: tier, inference_geo: geo, speed } = usage;
  if (tier && tier !== "standard" && tier !== "batch") return `The ${tier} service tier has no known price.`;
  if (geo && geo !== "global" && geo !== "not_available") return `Inference in “${geo}” has no known price.`;
  if (speed && speed !== "standard") return `The ${speed} speed has no known price.`;
  return null;
}

import { estimateTokens } from "#lib/format/tokens";
import { priceFor } from "#lib/spend/prices";

/** What the cost of a draft is estimated for: who writes it, and how much fits into one question and its answer. */
export type EstimateFor = { model: string; local: boolean; contextTokens: number; maxTokens: number };

/** Micro-dollars, from what a text with few points in it takes to one with many; null with the reason where no price is known. */
export type Estimate = {
  parts: number;
  tokens: number;
  micros: { low: bigint; likely: bigint; high: bigint } | null;
};

/** What goes along with the text of a meeting: the instructions, the question and the schema. */
export const OVERHEAD_TOKENS = 3_000;
/** What two neighbouring parts share. */
const SHARED_TOKENS = 350;

/** Tokens of an answer: some whatever the text is, a share of the text, and no more than anybody reviews of a part. */
const ANSWERS = {
  draft: {
    low: { least: 200, share: 0.03, most: 1_500 },
    likely: { least: 500, share: 0.1, most: 5_000 },
    high: { least: 1_200, share: 0.3, most: 12_000 },
  },
  statement: {
    low: { least: 80, share: 0, most: 80 },
    likely: { least: 200, share: 0, most: 200 },
    high: { least: 800, share: 0, most: 800 },
  },
} as const;

/** What is to be written, and what goes along with each part of the source besides. */
export type ToEstimate = { writes?: keyof typeof ANSWERS; along?: string };

/**
 * About what a draft of a text will cost by list price, before anybody has counted its tokens. Only an estimate: the
 * host counts otherwise, and nobody knows how much there is to write. `on` is the day whose prices hold.
 */
export function estimateCost(
  text: string,
  llm: EstimateFor,
  on: Date,
  { writes = "draft", along = "" }: ToEstimate = {},
): Estimate {
  const tokens = estimateTokens(text);
  const overhead = OVERHEAD_TOKENS + estimateTokens(along);
  const room = Math.max(llm.contextTokens - llm.maxTokens - overhead, 1_000);
  const parts = Math.max(1, Math.ceil(tokens / room));
  const input = tokens + parts * overhead + (parts - 1) * SHARED_TOKENS;
  const price = llm.local ? null : priceFor(llm.model, Math.ceil(input / parts), on);
  if (!price) return { parts, tokens, micros: null };
  const micros = (kind: "low" | "likely" | "high") => {
    const { least, share, most } = ANSWERS[writes][kind];
    const output = parts * Math.min(most, Math.ceil(least + (share * tokens) / parts));
    const total = BigInt(input) * BigInt(price.input) + BigInt(output) * BigInt(price.output);
    return total / 1_000_000n;
  };
  return { parts, tokens, micros: { low: micros("low"), likely: micros("likely"), high: micros("high") } };
}

/** Several drafts together. One without a price leaves the whole without. */
export function sumEstimates(estimates: Estimate[]): Estimate {
  const known = estimates.flatMap(({ micros }) => micros ?? []);
  const sum = (kind: "low" | "likely" | "high") => known.reduce((all, micros) => all + micros[kind], 0n);
  return {
    parts: estimates.reduce((all, { parts }) => all + parts, 0),
    tokens: estimates.reduce((all, { tokens }) => all + tokens, 0),
    micros:
      known.length < estimates.length ? null : { low: sum("low"), likely: sum("likely"), high: sum("high") },
  };
}

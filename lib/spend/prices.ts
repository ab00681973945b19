/** Rates in whole micro-dollars per million tokens; `from` is the first day (UTC) they hold. */
export type Price = {
  model: string;
  from: string;
  input: number;
  output: number;
  cacheWrite5m: number;
  cacheWrite1h: number;
  cacheRead: number;
  source: string;
};

/** A row that holds for prompts longer than `overPromptTokens` prices the whole request. */
export type PriceRow = Price & { overPromptTokens: number };

const PUBLISHED = "Anthropic's price page";
const PARTLY = "Anthropic's price page; the cache read price from a third party";
const THIRD_PARTY = "a third party";

// These rows reach back to before any call this product can have made. A change of price adds rows with
// its own day, one for every tier of the model; the old ones stay, so that old calls keep their price.
const SINCE = "2026-01-01";

const ROWS: PriceRow[] = [
  row("claude-haiku-5-5", 0, [100_000, 500_000, 125_000, 200_000, 10_000], PARTLY),
  row("claude-haiku-5-5", 100_000, [500_000, 2_500_000, 625_000, 1_000_000, 50_000], THIRD_PARTY),
  row("claude-sonnet-5-5", 0, [2_000_000, 10_000_000, 2_500_000, 4_000_000, 100_000], PUBLISHED),
  row("claude-opus-5-5", 0, [4_000_000, 20_000_000, 5_000_000, 8_000_000, 200_000], PUBLISHED),
  row("claude-fable-5-2", 0, [8_000_000, 40_000_000, 10_000_000, 16_000_000, 200_000], PUBLISHED),
];

/**
 * The price of a model on a day, or null where none is known. `promptTokens` counts cached tokens too.
 * A model name with a release date (claude-sonnet-5-5-20260901) has the price of its family.
 */
export function priceFor(
  model: string,
  promptTokens: number,
  on: Date,
  rows: PriceRow[] = ROWS,
): Price | null {
  const day = on.toISOString().slice(0, 10);
  const family = model.replace(/-\d{8}$/, "");
  const [row] = rows
    .filter((r) => r.model === family && r.from <= day && applies(r, promptTokens))
    .sort((a, b) => b.from.localeCompare(a.from) || b.overPromptTokens - a.overPromptTokens);
  if (!row) return null;
  const { overPromptTokens: _tier, ...price } = row;
  return price;
}

function applies(row: PriceRow, promptTokens: number): boolean {
  return row.overPromptTokens === 0 || promptTokens > row.overPromptTokens;
}

function row(
  model: string,
  overPromptTokens: number,
  [input, output, cacheWrite5m, cacheWrite1h, cacheRead]: [number, number, number, number, number],
  source: string,
): PriceRow {
  return {
    model,
    from: SINCE,
    overPromptTokens,
    input,
    output,
    cacheWrite5m,
    cacheWrite1h,
    cacheRead,
    source,
  };
}

import { formatCents } from "#lib/format/money";
import type { Estimate } from "#lib/spend/estimate";

/** What is estimated, as the sentence names it, and in how many runs it is written. */
export type Estimated = { what: string; runs?: number };

/** An estimate as a sentence. An unknown price is said to be unknown. */
export function estimateWords(
  { micros, tokens, parts }: Estimate,
  model: string,
  { what, runs = 1 }: Estimated,
): string {
  const size = `${tokens.toLocaleString("en")} tokens${parts > runs ? `, written in ${parts} parts` : ""}`;
  if (!micros) return `The cost of ${what} is not known: there is no price for ${model} here. About ${size}.`;
  const [low, likely, high] = [micros.low, micros.likely, micros.high].map(formatCents);
  const about = likely?.startsWith("$") ? `about ${likely}` : likely;
  const range = low === high ? "" : `, from ${low} to ${high}`;
  const subject = what.replace(/^./, (first) => first.toUpperCase());
  const where = runs > 1 ? "each run shows what it came to" : "the run shows what it came to";
  return `${subject} will cost ${about}${range}. An estimate for about ${size}; ${where}.`;
}

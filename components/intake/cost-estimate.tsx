"use client";

import { useDeferredValue } from "react";
import type { Day } from "#lib/format/dates";
import { formatCents } from "#lib/format/money";
import { type EstimateFor, estimateCost } from "#lib/spend/estimate";

type CostEstimateProps = { text: string; llm: EstimateFor; today: Day };

/** What a draft of the text in the box may cost, said before it is asked for. */
export function CostEstimate({ text, llm, today }: CostEstimateProps) {
  const settled = useDeferredValue(text);
  if (!settled.trim()) return null;
  return (
    <p className="mt-2 text-xs text-muted">{estimateWords(settled, llm, new Date(`${today}T12:00:00Z`))}</p>
  );
}

/** The estimate as a sentence. An unknown price is said to be unknown. */
export function estimateWords(text: string, llm: EstimateFor, on: Date): string {
  const { micros, tokens, parts } = estimateCost(text, llm, on);
  const size = `${tokens.toLocaleString("en")} tokens${parts > 1 ? `, written in ${parts} parts` : ""}`;
  if (!micros)
    return `What the draft costs is not known: there is no price for ${llm.model} here. About ${size}.`;
  const [low, likely, high] = [micros.low, micros.likely, micros.high].map(formatCents);
  const about = likely?.startsWith("$") ? `about ${likely}` : likely;
  const range = low === high ? "" : `, from ${low} to ${high}`;
  return `The draft will cost ${about}${range}. An estimate for about ${size}; the run shows what it came to.`;
}

"use client";

import { useDeferredValue } from "react";
import type { Day } from "#lib/format/dates";
import { type EstimateFor, estimateCost, sumEstimates } from "#lib/spend/estimate";
import { estimateWords } from "#lib/spend/estimate-words";

type CostEstimateProps = { texts: string[]; llm: EstimateFor; today: Day };

/** What the drafts of these texts may cost together, said before they are asked for. */
export function CostEstimate({ texts, llm, today }: CostEstimateProps) {
  const settled = useDeferredValue(texts.filter((text) => text.trim()));
  const runs = settled.length;
  if (runs === 0) return null;
  const on = new Date(`${today}T12:00:00Z`);
  const estimate = sumEstimates(settled.map((text) => estimateCost(text, llm, on)));
  const what = runs === 1 ? "the draft" : `the ${runs} drafts`;
  return <p className="mt-2 text-xs text-muted">{estimateWords(estimate, llm.model, { what, runs })}</p>;
}

import type { CallOutcome } from "#lib/llm/model-call";
import type { Reply } from "#lib/llm/reply";
import type { LlmSettings } from "#lib/llm/settings";
import { type Cost, costOf } from "#lib/spend/cost";

/** What ended before any token was written, and so costs nothing. */
const NOT_BILLED: ReadonlySet<CallOutcome> = new Set<CallOutcome>([
  "rate_limited",
  "overloaded",
  "spend_limit",
  "bad_key",
  "bad_request",
  "unreachable",
]);

/** What an attempt cost. An answer that broke off has no final count, so its cost is unknown, with what is known said. */
export function callCost(settings: LlmSettings, reply: Reply, outcome: CallOutcome, on: Date): Cost {
  if (settings.local) return { micros: null, note: "local" };
  if (!reply.usage) {
    return NOT_BILLED.has(outcome)
      ? { micros: 0n, note: "Not billed: nothing was written." }
      : { micros: null, note: "No usage was reported; the call may have been billed." };
  }
  const cost = costOf({ model: reply.model ?? settings.model, usage: reply.usage, on });
  if (reply.stopReason !== null || cost.micros === null) return cost;
  return {
    micros: null,
    note: `Broke off before the final count: at least ${cost.micros} µ$ by ${cost.note}.`,
  };
}

import type { ModelErrorKind } from "#lib/llm/model-error";

/** How an attempt at the model ended. */
export type CallOutcome = "answered" | ModelErrorKind;

/** One request to a model, whatever became of it: what the spend pages and the log are made from. */
export type ModelCall = {
  /** The model that answered; the one that was asked for where none did. */
  model: string;
  host: string;
  requestId: string | null;
  outcome: CallOutcome;
  stopReason: string | null;
  /** As it was reported, for a later look; null where no report arrived. */
  usage: Record<string, unknown> | null;
  /** Micro-dollars; null where it isn't known, and then `priceNote` says why. */
  costMicros: bigint | null;
  priceNote: string;
  startedAt: Date;
  endedAt: Date;
};

import type { ModelErrorKind } from "#lib/llm/model-error";

/** How an attempt at the model ended. */
export type CallOutcome = "answered" | ModelErrorKind;

/** A request that is about to be made. */
export type AskedCall = { model: string; host: string; startedAt: Date };

/** One request to a model, whatever became of it: what the spend pages and the log are made from. `model` is the one that answered, or that was asked for where none did. */
export type ModelCall = AskedCall & {
  requestId: string | null;
  outcome: CallOutcome;
  stopReason: string | null;
  /** As it was reported, for a later look; null where no report arrived. */
  usage: Record<string, unknown> | null;
  /** Micro-dollars; null where it isn't known, and then `priceNote` says why. */
  costMicros: bigint | null;
  priceNote: string;
  endedAt: Date;
};

/**
 * Keeps a request before it is made, so that one whose answer is lost with its process is known all the same. What it
 * returns keeps what became of it, before the answer is used. If either fails, there is no answer.
 */
export type KeepCall = (asked: AskedCall) => Promise<(ended: ModelCall) => void | Promise<void>>;

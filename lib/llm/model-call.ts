import type { ModelErrorKind } from "#lib/llm/model-error";

/** How an attempt at the model ended. */
export type CallOutcome = "answered" | ModelErrorKind;

/** A request that is about to be made. */
export type AskedCall = { model: string; host: string; startedAt: Date };

/** Which part of a run's source a request is about, and a digest of it: the same question has the same. */
export type CallPart = { digest: string; part: number; parts: number };

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
 * returns keeps what became of it, with the proposal if it is one, before the answer is used. If either fails, there is
 * no answer.
 */
export type KeepCall = (
  asked: AskedCall,
  about: CallPart,
) => Promise<(ended: ModelCall, proposal?: unknown) => void | Promise<void>>;

/** The proposal that was kept for a question with this digest, so that nothing is asked and paid for twice; else null. */
export type RecallAnswer = (digest: string) => Promise<unknown>;

import type { RunError } from "#drizzle/schema/runs";
import { describeError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import type { ModelError } from "#lib/llm/model-error";
import type { ClaimedRun } from "#lib/runs/claim-run";
import { moveRun } from "#lib/runs/move-run";

const MAX_ATTEMPTS = 5;
const FIRST_DELAY_S = 10;

/**
 * Ends an attempt that brought no draft: again later where that can help, held where an account must be topped up
 * first, else failed with the sentence for the person. Model calls are recorded by then.
 */
export function endRunInError(ctx: Ctx, run: ClaimedRun, error: unknown): Promise<void> {
  const failure = isModelError(error) ? error : null;
  if (!failure) console.error(`Run ${run.id} failed. ${describeError(error)}`);
  const shown = explain(failure);
  return transact(ctx, async (work) => {
    if (failure?.retry === "later" && tries(run) < MAX_ATTEMPTS) return delay(ctx, work, run, failure, shown);
    const state = failure?.kind === "spend_limit" ? "held" : "failed";
    await moveRun(work.tx, fence(run), state, { error: shown, endedAt: ctx.now(), leaseUntil: null });
    work.record({ kind: `run.${state}`, ...subject(run), data: { kind: shown.kind } });
  });
}

async function delay(
  ctx: Ctx,
  work: Work,
  run: ClaimedRun,
  failure: ModelError,
  shown: RunError,
): Promise<void> {
  const seconds = failure.retryAfterSeconds ?? FIRST_DELAY_S * 2 ** (tries(run) - 1);
  const dueAt = new Date(ctx.now().getTime() + seconds * 1000);
  await moveRun(work.tx, fence(run), "queued", { error: shown, dueAt, leaseUntil: null });
  work.record({
    kind: "run.delayed",
    ...subject(run),
    data: { kind: shown.kind, dueAt: dueAt.toISOString() },
  });
  work.enqueue({ kind: "run", id: run.id, dueAt });
}

function tries(run: ClaimedRun): number {
  return run.attempt - run.attemptsBefore;
}

function explain(failure: ModelError | null): RunError {
  if (!failure) {
    return {
      kind: "internal",
      sentence:
        "Countersign failed while writing this draft. The source is stored. Try again; if it fails again, the log of the server says why.",
    };
  }
  return {
    kind: failure.kind,
    sentence: failure.sentence,
    ...(failure.requestId && { requestId: failure.requestId }),
  };
}

// By name, not by class: Next may load the module twice.
function isModelError(error: unknown): error is ModelError {
  return error instanceof Error && error.name === "ModelError";
}

function fence(run: ClaimedRun) {
  return {
    id: run.id,
    attempt: run.attempt,
    from: ["writing", "checking"] as const satisfies ("writing" | "checking")[],
  };
}

function subject(run: ClaimedRun) {
  return { subjectId: run.id, sourceId: run.sources[0]?.sourceId };
}

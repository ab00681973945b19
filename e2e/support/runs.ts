import { eq } from "drizzle-orm";
import { runs } from "#drizzle/schema/schema";
import type { ClaudeDouble } from "#e2e/doubles/claude";
import type { Stage } from "#e2e/support/cast";
import { createClaudeWriter } from "#lib/llm/claude";
import { type LlmSettings, llmSettings } from "#lib/llm/settings";
import { keepCall, recallAnswer } from "#lib/runs/keep-call";
import type { MakeWriter } from "#lib/runs/perform-run";
import type { Writer } from "#lib/workflows/define";

/** A run as it stands in the database. */
export async function storedRun(stage: Stage, runId: string) {
  const [run] = await stage.store.raw.select().from(runs).where(eq(runs.id, runId));
  if (!run) throw new Error(`There is no run ${runId}.`);
  return run;
}

/** Settings that take the double for Anthropic's own host, so that its calls have a price. */
export function settingsFor(double: Pick<ClaudeDouble, "url">): LlmSettings {
  const read = llmSettings({ ANTHROPIC_BASE_URL: double.url, COUNTERSIGN_LLM_MODE: "structured" });
  return { ...read, local: false, maxTokens: 32_000, attemptTimeoutMs: 10_000, timeoutMs: 15_000 };
}

/** Makes writers that ask the double and record their calls, as the worker's do, each a millisecond after the other. */
export function claudeFor(stage: Stage, settings: LlmSettings): MakeWriter {
  let ms = 0;
  const now = () => new Date(stage.clock.now().getTime() + ms++);
  return (run, signal) =>
    createClaudeWriter({
      settings,
      apiKey: "test-key",
      signal,
      now,
      keep: (asked, about) => keepCall(stage.system, run, asked, about),
      recall: (digest) => recallAnswer(stage.system, run, digest),
    });
}

/** A writer that has not answered yet. `begun` resolves when it was asked; `end` lets another writer answer for it. */
export type PendingWriter = { make: MakeWriter; begun: Promise<AbortSignal>; end: (writer: Writer) => void };

/** Makes a writer that a test holds in its hand; a signal that is aborted ends it, as it does a call. */
export function pendingWriter(): PendingWriter {
  const begun = Promise.withResolvers<AbortSignal>();
  const answer = Promise.withResolvers<Writer>();
  const make: MakeWriter = (_run, signal) => ({
    propose: async (ask) => {
      begun.resolve(signal);
      signal.addEventListener("abort", () => answer.reject(new Error("The call was stopped.")));
      return (await answer.promise).propose(ask);
    },
  });
  return { make, begun: begun.promise, end: answer.resolve };
}

import { AppError } from "#lib/errors";
import { createClaudeWriter } from "#lib/llm/claude";
import type { KeepCall, ModelCall } from "#lib/llm/model-call";
import { rulesWriter } from "#lib/llm/rules-writer";
import { llmKey, llmSettings } from "#lib/llm/settings";
import type { Writer } from "#lib/workflows/define";

/** What the calls for one text used. `costMicros` is null where a call has no known price. */
export type Usage = { calls: UsedCall[]; costMicros: number | null };
export type UsedCall = Pick<
  ModelCall,
  "model" | "host" | "requestId" | "outcome" | "stopReason" | "usage" | "priceNote"
> & {
  costMicros: number | null;
  ms: number;
};

/** A writer that keeps account; `takeUsage` gives what was used since it was last asked, null for the rules. */
export type UsedWriter = Writer & { name: "rules" | "claude"; takeUsage: () => Usage | null };

/** The writer a command was told to use. `invalid` where Claude has neither a key nor another host. */
export function openWriter(name: "rules" | "claude", env: Record<string, string | undefined>): UsedWriter {
  if (name === "rules") return { ...rulesWriter, name, takeUsage: () => null };
  const settings = llmSettings(env);
  if (settings.writer !== "claude")
    throw new AppError(
      "invalid",
      "--writer claude needs ANTHROPIC_API_KEY, or ANTHROPIC_BASE_URL for another host.",
    );
  let calls: ModelCall[] = [];
  const keep: KeepCall = async () => (call) => void calls.push(call);
  const takeUsage = () => {
    const used = usageOf(calls);
    calls = [];
    return used;
  };
  return { ...createClaudeWriter({ settings, apiKey: llmKey(env), keep }), name, takeUsage };
}

function usageOf(calls: ModelCall[]): Usage {
  const known = calls.every(({ costMicros }) => costMicros !== null);
  const sum = calls.reduce((total, { costMicros }) => total + (costMicros ?? 0n), 0n);
  return {
    calls: calls.map(({ startedAt, endedAt, costMicros, ...call }) => ({
      ...call,
      costMicros: costMicros === null ? null : Number(costMicros),
      ms: endedAt.getTime() - startedAt.getTime(),
    })),
    costMicros: known ? Number(sum) : null,
  };
}

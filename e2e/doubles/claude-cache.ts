import { createHash } from "node:crypto";
import { asBlocks, type ClaudeRequest } from "#e2e/doubles/claude-refusals";

const LEAST_TOKENS = 1024;

export type PromptUsage = {
  input_tokens: number;
  cache_creation_input_tokens: number;
  cache_read_input_tokens: number;
  cache_creation: { ephemeral_5m_input_tokens: number; ephemeral_1h_input_tokens: number };
};

/** A prompt cache like the API's: the prefix up to the last marked block, with format and effort as part of it. */
export function createPromptCache(now: () => number): (request: ClaudeRequest) => PromptUsage {
  const expiries = new Map<string, number>();
  return (request) => {
    const { head, tail, ttl } = split(request);
    const prefix = tokensIn(head);
    const usage = usageOf(prefix + tokensIn(tail), 0, 0, ttl);
    if (ttl === null || prefix < LEAST_TOKENS) return usage;
    const key = createHash("sha256").update(head).digest("hex");
    const isKept = (expiries.get(key) ?? 0) > now();
    expiries.set(key, now() + (ttl === "1h" ? 3_600_000 : 300_000));
    return usageOf(tokensIn(tail), isKept ? 0 : prefix, isKept ? prefix : 0, ttl);
  };
}

/** About four characters to a token. */
export function tokensIn(text: string): number {
  return Math.ceil(text.length / 4);
}

function usageOf(input: number, written: number, read: number, ttl: string | null): PromptUsage {
  const hour = ttl === "1h" ? written : 0;
  return {
    input_tokens: input,
    cache_creation_input_tokens: written,
    cache_read_input_tokens: read,
    cache_creation: { ephemeral_5m_input_tokens: written - hour, ephemeral_1h_input_tokens: hour },
  };
}

function split(request: ClaudeRequest): { head: string; tail: string; ttl: string | null } {
  const blocks = [request.system, ...request.messages.map((message) => message.content)].flatMap(asBlocks);
  const last = blocks.findLastIndex((block) => block.cache_control);
  const texts = blocks.map((block) => block.text ?? block.source?.data ?? JSON.stringify(block));
  const frozen = JSON.stringify([request.model, request.output_config ?? null]);
  return {
    head: [frozen, ...texts.slice(0, last + 1)].join("\n"),
    tail: texts.slice(last + 1).join("\n"),
    ttl: last < 0 ? null : (blocks[last]?.cache_control?.ttl ?? "5m"),
  };
}

import { AppError } from "#lib/errors";

/** How drafts are written. Holds no secret: all of it may stand on the settings page. */
export type LlmSettings = {
  writer: "claude" | "rules";
  model: string;
  /** The one host that source text is sent to. */
  host: string;
  baseURL: string;
  mode: "structured" | "text-json";
  /** Whether the host is another than Anthropic's: its calls have no known price. */
  local: boolean;
  maxTokens: number;
  /** Tokens of a question and its answer together; a longer source is asked about in parts. */
  contextTokens: number;
  /** Until the first byte of an answer. */
  attemptTimeoutMs: number;
  /** Until the last byte, a second attempt or a repair included. */
  timeoutMs: number;
};

type Env = Record<string, string | undefined>;

const DEFAULT_MODEL = "claude-sonnet-5-5";
const DEFAULT_BASE_URL = "https://api.anthropic.com";

/**
 * Reads ANTHROPIC_API_KEY, ANTHROPIC_BASE_URL, COUNTERSIGN_MODEL, COUNTERSIGN_LLM_MODE and
 * COUNTERSIGN_LLM_TIMEOUT (seconds) and COUNTERSIGN_LLM_CONTEXT (tokens). Without a key and a base URL the rules write. A bad value is `invalid`.
 */
export function llmSettings(env: Env): LlmSettings {
  const key = llmKey(env);
  const url = baseUrl(env);
  const local = !/(^|\.)anthropic\.com$/.test(url.hostname);
  const timeoutMs = timeoutSeconds(env) * 1000;
  return {
    writer: key || env.ANTHROPIC_BASE_URL?.trim() ? "claude" : "rules",
    model: model(env),
    host: url.host,
    baseURL: url.href.replace(/\/+$/, ""),
    mode: mode(env) ?? (local ? "text-json" : "structured"),
    local,
    maxTokens: maxTokensOf(local),
    contextTokens: contextTokens(env, local),
    attemptTimeoutMs: local ? timeoutMs : Math.min(60_000, timeoutMs),
    timeoutMs,
  };
}

/** The key to send, or null. Never in a message, an event or a log. */
export function llmKey(env: Env): string | null {
  const key = env.ANTHROPIC_API_KEY?.trim();
  if (key && !/^[\x21-\x7e]+$/.test(key)) {
    throw invalid(
      "ANTHROPIC_API_KEY holds characters that no key has, such as a space in the middle. Copy it again.",
    );
  }
  return key || null;
}

function baseUrl(env: Env): URL {
  const text = env.ANTHROPIC_BASE_URL?.trim() || DEFAULT_BASE_URL;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw invalid(`ANTHROPIC_BASE_URL is no web address. Write it like ${DEFAULT_BASE_URL}.`);
  }
  if (url.username || url.password) {
    throw invalid("ANTHROPIC_BASE_URL holds a user name or password. Put the key in ANTHROPIC_API_KEY.");
  }
  if (url.search || url.hash) throw invalid("ANTHROPIC_BASE_URL ends in a query or fragment. Remove it.");
  if (/\/v1\/*$/.test(url.pathname))
    throw invalid("ANTHROPIC_BASE_URL ends in /v1, which is added to it. Remove it.");
  return url;
}

function model(env: Env): string {
  const name = env.COUNTERSIGN_MODEL?.trim() || DEFAULT_MODEL;
  if (!/^[\w.:/@-]{1,200}$/.test(name)) {
    throw invalid(`COUNTERSIGN_MODEL is no model name. Write it like ${DEFAULT_MODEL}.`);
  }
  return name;
}

function mode(env: Env): LlmSettings["mode"] | null {
  const text = env.COUNTERSIGN_LLM_MODE?.trim();
  if (!text) return null;
  if (text === "structured" || text === "text-json") return text;
  throw invalid("COUNTERSIGN_LLM_MODE is “structured” or “text-json”, or left out.");
}

function timeoutSeconds(env: Env): number {
  const text = env.COUNTERSIGN_LLM_TIMEOUT?.trim() || "300";
  const seconds = Number(text);
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= 3600) return seconds;
  throw invalid("COUNTERSIGN_LLM_TIMEOUT is a whole number of seconds from 1 to 3600.");
}

/** A local server counts this against a context that is often small; Anthropic bills only what is written. */
function maxTokensOf(local: boolean): number {
  return local ? 8_192 : 32_000;
}

/**
 * Anthropic's models read more than 200,000 tokens; but what stands in the middle of so much is easily missed, and an
 * answer has room for so many points. Local servers often have far less.
 */
function contextTokens(env: Env, local: boolean): number {
  const text = env.COUNTERSIGN_LLM_CONTEXT?.trim() || (local ? "32000" : "200000");
  const tokens = Number(text);
  // With less, an answer would leave no room for its question.
  const least = 2 * maxTokensOf(local);
  if (Number.isInteger(tokens) && tokens >= least && tokens <= 10_000_000) return tokens;
  throw invalid(`COUNTERSIGN_LLM_CONTEXT is a whole number of tokens from ${least} to 10000000.`);
}

function invalid(message: string): AppError {
  return new AppError("invalid", message);
}

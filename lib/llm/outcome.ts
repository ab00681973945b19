import { APIConnectionError, APIConnectionTimeoutError, APIError } from "@anthropic-ai/sdk";
import type { ModelErrorKind } from "#lib/llm/model-error";
import type { Reply } from "#lib/llm/reply";

const BY_STATUS: Record<number, ModelErrorKind> = {
  401: "bad_key",
  402: "spend_limit",
  403: "bad_key",
  408: "server_error",
  409: "server_error",
  429: "rate_limited",
  529: "overloaded",
};

/** An error event inside a stream has a type and no status. */
const BY_TYPE: Record<string, ModelErrorKind> = {
  invalid_request_error: "bad_request",
  authentication_error: "bad_key",
  permission_error: "bad_key",
  billing_error: "spend_limit",
  not_found_error: "bad_request",
  request_too_large: "bad_request",
  rate_limit_error: "rate_limited",
  overloaded_error: "overloaded",
};

/** A connection that was made and then broke; by then the request may have been read. */
const BROKE_OFF = new Set(["ECONNRESET", "EPIPE", "ETIMEDOUT", "UND_ERR_SOCKET"]);

/** Why an attempt brought nothing. `stopped` says who ended it, if this side did. */
export function kindOf(error: unknown, stopped: "cancelled" | "timeout" | null): ModelErrorKind {
  if (error instanceof APIError && (error.status || error.type)) return kindOfAnswer(error);
  if (stopped) return stopped;
  if (error instanceof APIConnectionTimeoutError) return "timeout";
  if (error instanceof APIConnectionError) return BROKE_OFF.has(deepestCode(error)) ? "cut" : "unreachable";
  return "cut";
}

/** What the way an answer ended says about it: null where it may be read. */
export function kindOfEnding(reply: Reply): ModelErrorKind | null {
  switch (reply.stopReason) {
    case "end_turn":
    case "stop_sequence":
      return null;
    case "refusal":
      return "refusal";
    case "max_tokens":
    case "model_context_window_exceeded":
      return "truncated";
    case null:
      return "cut";
    default:
      return "malformed";
  }
}

/** Seconds the host asks to wait, from a retry-after header in seconds or as a date; null where it says nothing. */
export function retryAfterSeconds(error: unknown, now: Date): number | null {
  const header = error instanceof APIError ? error.headers?.get("retry-after")?.trim() : null;
  if (!header) return null;
  const seconds = /^\d+(\.\d+)?$/.test(header) ? Number(header) : (Date.parse(header) - now.getTime()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null;
}

/** The host's own explanation of a refused request. Not for a refused key: some servers repeat it. */
export function explanation(error: unknown, kind: ModelErrorKind): string | null {
  if (kind !== "bad_request" || !(error instanceof APIError)) return null;
  return error.apiMessage ?? error.message;
}

function kindOfAnswer(error: APIError): ModelErrorKind {
  // An account's own limit comes as 429 like a rate limit, but waiting doesn't lift it. A ramp limit does lift.
  if (error.errorCode?.includes("spend_limit") || error.type === "billing_error") return "spend_limit";
  if (!error.status) return BY_TYPE[error.type ?? ""] ?? "server_error";
  return BY_STATUS[error.status] ?? (error.status >= 500 ? "server_error" : "bad_request");
}

function deepestCode(error: unknown): string {
  let code = "";
  for (let e = error; e instanceof Error; e = e.cause)
    if ("code" in e && typeof e.code === "string") code = e.code;
  return code;
}

import type { ServerResponse } from "node:http";
import { tokensIn } from "#e2e/doubles/claude-cache";
import type { ClaudeRequest, Refusal } from "#e2e/doubles/claude-refusals";
import { type Ending, type Message, sendError, sendStream, sendWhole } from "#e2e/doubles/claude-reply";
import type { ScriptedOutcome } from "#e2e/doubles/claude-script";

export type Exchange = {
  request: ClaudeRequest;
  response: ServerResponse;
  id: string;
  /** Tokens of the prompt; those of the answer are counted here. */
  usage: Record<string, unknown>;
  answer: (request: ClaudeRequest) => unknown;
};

const TIERS = { service_tier: "standard", inference_geo: "global", speed: "standard" };

/** Plays one outcome to the end of the response. */
export async function play(outcome: ScriptedOutcome, exchange: Exchange): Promise<void> {
  switch (outcome.kind) {
    case "timeout":
      return;
    case "hang_up":
      return void exchange.response.destroy();
    case "rate_limit":
    case "spend_limit":
    case "overloaded":
    case "server_error":
    case "bad_key":
    case "error":
      return playError(outcome, exchange.response);
    case "answer":
      return send(exchange, {
        text: JSON.stringify(outcome.proposal ?? (await exchange.answer(exchange.request))),
        ...outcome,
      });
    case "text":
      return send(exchange, outcome);
    case "refusal":
      return send(exchange, { text: "", stopReason: "refusal", explanation: outcome.explanation });
    case "truncation":
      return send(exchange, { text: await half(exchange), stopReason: "max_tokens" });
    case "malformed":
      return send(exchange, { text: "The notes name no actions that I can see." });
    case "stall":
    case "cut":
      return send(exchange, { text: await whole(exchange), ending: outcome.kind });
    case "stream_error":
      return send(exchange, {
        text: await whole(exchange),
        ending: { error: outcome.type ?? "overloaded_error" },
      });
  }
}

type ErrorOutcome = Extract<ScriptedOutcome, { kind: "error" | keyof typeof ERRORS }>;

const ERRORS = {
  rate_limit: {
    status: 429,
    type: "rate_limit_error",
    message: "This request would exceed your rate limit.",
  },
  spend_limit: { status: 429, type: "rate_limit_error", message: "You have reached your spend limit." },
  overloaded: { status: 529, type: "overloaded_error", message: "Overloaded" },
  server_error: { status: 500, type: "api_error", message: "Internal server error" },
  bad_key: { status: 401, type: "authentication_error", message: "invalid x-api-key" },
} satisfies Record<string, Refusal>;

function playError(outcome: ErrorOutcome, response: ServerResponse): void {
  const wait = "retryAfter" in outcome ? outcome.retryAfter : undefined;
  const code =
    outcome.kind === "error"
      ? outcome.code
      : outcome.kind === "spend_limit" && "enforced_spend_limit_reached";
  const headers = wait === undefined ? {} : { "retry-after": String(wait) };
  sendError(
    response,
    outcome.kind === "error" ? outcome : ERRORS[outcome.kind],
    headers,
    code ? { error_code: code } : undefined,
  );
}

type Sent = { text: string; stopReason?: string; explanation?: string; ending?: Ending; usage?: object };

async function send({ request, response, id, usage }: Exchange, sent: Sent): Promise<void> {
  const message: Message = {
    id: `msg_double_${id}`,
    model: request.model,
    text: sent.text,
    stopReason: sent.stopReason ?? "end_turn",
    explanation: sent.explanation ?? null,
    usage: { ...TIERS, ...usage, output_tokens: tokensIn(sent.text) + 1, ...sent.usage },
  };
  const ending = sent.ending ?? "whole";
  if (request.stream) await sendStream(response, message, ending);
  else sendWhole(response, message, ending);
}

async function whole({ answer, request }: Exchange): Promise<string> {
  return JSON.stringify(await answer(request));
}

async function half(exchange: Exchange): Promise<string> {
  const text = await whole(exchange);
  return text.slice(0, text.length / 2);
}

import type Anthropic from "@anthropic-ai/sdk";
import { callCost } from "#lib/llm/call-cost";
import type { CallPart, KeepCall, ModelCall } from "#lib/llm/model-call";
import { ModelError, type ModelErrorKind } from "#lib/llm/model-error";
import { explanation, kindOf, kindOfEnding, retryAfterSeconds } from "#lib/llm/outcome";
import type { Malformed, readProposal } from "#lib/llm/proposal";
import { addEvent, emptyReply, type Reply } from "#lib/llm/reply";
import type { ModelRequest } from "#lib/llm/request";
import type { LlmSettings } from "#lib/llm/settings";

/** What the attempts at one proposal share. `cancel` is the caller's signal, `deadline` the time they all have. */
export type Line = {
  client: Anthropic;
  settings: LlmSettings;
  apiKey: string | null;
  cancel: AbortSignal | undefined;
  deadline: AbortSignal;
  now: () => Date;
  keep: KeepCall;
  about: CallPart;
  onText: (characters: number) => void;
};

/** `began` tells whether the host had started on an answer; `malformed` is an answer that can't be read. */
export type Failed = { failure: ModelError; began: boolean; malformed?: Malformed };
export type Attempt<P> = { proposal: P } | Failed;

type Read<P> = (text: string) => ReturnType<typeof readProposal<P>>;

/** One request to the model: on record before it is made and whatever becomes of it, never repeated here. */
export async function attempt<P>(line: Line, request: ModelRequest, read: Read<P>): Promise<Attempt<P>> {
  const reply = emptyReply();
  const startedAt = line.now();
  const stopped = stoppedBy(line);
  if (stopped) return failed(line, reply, stopped);
  const { model, host } = line.settings;
  const keepEnd = await line.keep({ model, host, startedAt }, line.about);
  const ended = await outcome(line, request, read, reply);
  const kind = "failure" in ended ? ended.failure.kind : "answered";
  const cost = callCost(line.settings, reply, kind, startedAt);
  const call: ModelCall = {
    model: reply.model ?? model,
    host,
    requestId: reply.requestId,
    outcome: kind,
    stopReason: reply.stopReason,
    usage: reply.usage,
    costMicros: cost.micros,
    priceNote: cost.note,
    startedAt,
    endedAt: line.now(),
  };
  await keepEnd(call, "proposal" in ended ? ended.proposal : undefined);
  return ended;
}

async function outcome<P>(
  line: Line,
  request: ModelRequest,
  read: Read<P>,
  reply: Reply,
): Promise<Attempt<P>> {
  try {
    await receive(line, request, reply);
  } catch (error) {
    return failed(line, reply, kindOf(error, stoppedBy(line)), error);
  }
  const ending = kindOfEnding(reply);
  // The SDK ends a stream that was aborted from here as if it were complete.
  if (ending) return failed(line, reply, ending === "cut" ? (stoppedBy(line) ?? "cut") : ending);
  const reading = read(reply.text);
  if ("proposal" in reading) return reading;
  return { ...failed(line, reply, "malformed"), malformed: reading.malformed };
}

async function receive(line: Line, request: ModelRequest, reply: Reply): Promise<void> {
  const signals = line.cancel ? [line.cancel, line.deadline] : [line.deadline];
  const { data: stream, request_id } = await line.client.messages
    .create(request, { signal: AbortSignal.any(signals), timeout: line.settings.attemptTimeoutMs })
    .withResponse();
  reply.requestId = request_id ?? null;
  for await (const event of stream) {
    addEvent(reply, event);
    line.onText(reply.text.length);
  }
}

function failed(line: Line, reply: Reply, kind: ModelErrorKind, error?: unknown): Failed {
  reply.requestId ??= requestIdOf(error);
  const { host, model, local, timeoutMs, attemptTimeoutMs } = line.settings;
  const began = reply.usage !== null;
  const detail = kind === "refusal" ? reply.refusal : explanation(error, kind);
  const about = {
    host,
    model: reply.model ?? model,
    local,
    waitedMs: line.deadline.aborted ? timeoutMs : attemptTimeoutMs,
    began,
    retryAfterSeconds: retryAfterSeconds(error, line.now()),
    detail: detail && shown(detail, line.apiKey),
  };
  return { failure: new ModelError(kind, about, reply.requestId, error), began };
}

function stoppedBy({ cancel, deadline }: Line): "cancelled" | "timeout" | null {
  if (cancel?.aborted) return "cancelled";
  return deadline.aborted ? "timeout" : null;
}

function requestIdOf(error: unknown): string | null {
  return error instanceof Error && "requestID" in error && typeof error.requestID === "string"
    ? error.requestID
    : null;
}

/** One short line of a text from outside, without the key should it repeat it. */
function shown(text: string, apiKey: string | null): string {
  const line = (apiKey ? text.replaceAll(apiKey, "•••") : text).replace(/\s+/g, " ").trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

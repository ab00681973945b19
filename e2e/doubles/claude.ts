import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text as bodyOf } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { z } from "zod";
import { answerFromSource } from "#e2e/doubles/claude-answer";
import { createPromptCache, tokensIn } from "#e2e/doubles/claude-cache";
import { play } from "#e2e/doubles/claude-outcomes";
import {
  ClaudeRequest,
  compatibleRefusalOf,
  headersRefusalOf,
  invalid,
  notFound,
  type Refusal,
  refusalOf,
} from "#e2e/doubles/claude-refusals";
import { sendError } from "#e2e/doubles/claude-reply";
import { ScriptedOutcome } from "#e2e/doubles/claude-script";

export type ClaudeDoubleOptions = {
  /** Makes the proposal for a request, or promises it; without it, lines of the request's own source. */
  answer?: (request: ClaudeRequest) => unknown;
  apiKey?: string;
  /** Plays a server that only speaks the protocol: any model, no key, no structured output, no document blocks. */
  compatible?: boolean;
  port?: number;
  now?: () => number;
};

export type ClaudeDouble = {
  url: string;
  /** Sets what happens to the next valid requests, in order; after these, they are answered. */
  script: (...outcomes: ScriptedOutcome[]) => void;
  /** Every request to /v1/messages, refused ones included. */
  requests: { headers: IncomingHttpHeaders; body: unknown }[];
  close: () => Promise<void>;
};

/** Serves POST /v1/messages on loopback as the API does, and refuses what it refuses. POST /__script takes outcomes as JSON. */
export async function startClaudeDouble(options: ClaudeDoubleOptions = {}): Promise<ClaudeDouble> {
  const scripted: ScriptedOutcome[] = [];
  const requests: ClaudeDouble["requests"] = [];
  const answer = options.answer ?? answerFromSource;
  const promptUsage = createPromptCache(options.now ?? Date.now);
  const server = createServer(async (incoming, response) => {
    const body = parsed(await bodyOf(incoming));
    if (incoming.method === "POST" && incoming.url === "/__script")
      return takeScript(response, body, scripted);
    if (incoming.method !== "POST" || incoming.url !== "/v1/messages") {
      return sendError(response, notFound(`No route for ${incoming.method} ${incoming.url}`));
    }
    requests.push({ headers: incoming.headers, body });
    const id = String(requests.length).padStart(6, "0");
    if (!options.compatible) response.setHeader("request-id", `req_double_${id}`);
    const { request, refusal } = accepted(incoming.headers, body, options);
    if (!request) return sendError(response, refusal);
    const usage = options.compatible
      ? { input_tokens: tokensIn(JSON.stringify(body)) }
      : promptUsage(request);
    await play(scripted.shift() ?? { kind: "answer" }, { request, response, id, usage, answer });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    script: (...outcomes) => void scripted.push(...outcomes),
    requests,
    close: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

type Accepted = { request: ClaudeRequest; refusal?: never } | { request?: never; refusal: Refusal };

function takeScript(response: ServerResponse, body: unknown, scripted: ScriptedOutcome[]): void {
  const outcomes = z.array(ScriptedOutcome).safeParse(body);
  if (outcomes.success) {
    scripted.push(...outcomes.data);
    response.writeHead(204).end();
  } else sendError(response, invalid(z.prettifyError(outcomes.error)));
}

function accepted(headers: IncomingHttpHeaders, body: unknown, options: ClaudeDoubleOptions): Accepted {
  const unwelcome = options.compatible ? null : headersRefusalOf(headers, options.apiKey ?? "test-key");
  if (unwelcome) return { refusal: unwelcome };
  const request = ClaudeRequest.safeParse(body);
  if (!request.success) return { refusal: invalid(z.prettifyError(request.error)) };
  const refusal = (options.compatible ? compatibleRefusalOf : refusalOf)(request.data);
  return refusal ? { refusal } : { request: request.data };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { port: { type: "string" }, key: { type: "string" }, compatible: { type: "boolean" } },
  });
  const double = await startClaudeDouble({
    port: Number(values.port ?? 0),
    apiKey: values.key,
    compatible: values.compatible,
  });
  console.log(`The Claude double listens on ${double.url}`);
}

import type { ServerResponse } from "node:http";
import { setImmediate as turn } from "node:timers/promises";
import type { Refusal } from "#e2e/doubles/claude-refusals";

/** A complete answer as the API would send it. */
export type Message = {
  id: string;
  model: string;
  text: string;
  stopReason: string;
  explanation: string | null;
  usage: Record<string, unknown>;
};

/** How much of an answer is sent: all of it, a part and then nothing more, a part and a dropped line, or an error event. */
export type Ending = "whole" | "stall" | "cut" | { error: string };

/** Sends an error in the API's form. */
export function sendError(
  response: ServerResponse,
  refusal: Refusal,
  headers: object = {},
  details?: object,
): void {
  const error = { type: refusal.type, message: refusal.message, ...(details && { details }) };
  response.writeHead(refusal.status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify({ type: "error", error }));
}

/** Sends an answer in one piece. A cut one stops in the middle of its JSON. */
export function sendWhole(response: ServerResponse, message: Message, ending: Ending): void {
  const text = JSON.stringify(messageOf(message, contentOf(message), message.stopReason, message.usage));
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  if (ending === "whole") response.end(text);
  else response.write(text.slice(0, text.length / 2), () => ending === "cut" && response.destroy());
}

/** Sends an answer as events: thinking first, then its text in small pieces. */
export async function sendStream(response: ServerResponse, message: Message, ending: Ending): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const events = eventsOf(message);
  const sent = ending === "whole" ? events : events.slice(0, Math.ceil(events.length / 2));
  for (const event of sent) {
    response.write(frame(event.type, event));
    await turn();
  }
  if (ending === "whole") response.end();
  else if (ending === "cut") response.destroy();
  else if (ending !== "stall") {
    response.end(frame("error", { type: "error", error: { type: ending.error, message: "Interrupted" } }));
  }
}

function eventsOf(message: Message): { type: string; [key: string]: unknown }[] {
  const { output_tokens, ...promptUsage } = message.usage;
  const pieces = message.text.match(/[\s\S]{1,40}/g) ?? [];
  return [
    { type: "message_start", message: messageOf(message, [], null, { ...promptUsage, output_tokens: 1 }) },
    {
      type: "content_block_start",
      index: 0,
      content_block: { type: "thinking", thinking: "", signature: "" },
    },
    {
      type: "content_block_delta",
      index: 0,
      delta: { type: "thinking_delta", thinking: '{"not": "the answer"}' },
    },
    { type: "content_block_stop", index: 0 },
    { type: "content_block_start", index: 1, content_block: { type: "text", text: "", citations: null } },
    { type: "ping" },
    ...pieces.map((text) => ({ type: "content_block_delta", index: 1, delta: { type: "text_delta", text } })),
    { type: "content_block_stop", index: 1 },
    {
      type: "message_delta",
      delta: {
        stop_reason: message.stopReason,
        stop_sequence: null,
        stop_details: detailsOf(message),
        container: null,
      },
      usage: {
        output_tokens,
        input_tokens: null,
        cache_creation_input_tokens: null,
        cache_read_input_tokens: null,
      },
    },
    { type: "message_stop" },
  ];
}

function messageOf(message: Message, content: unknown[], stopReason: string | null, usage: object): object {
  const stop = {
    stop_reason: stopReason,
    stop_sequence: null,
    stop_details: stopReason && detailsOf(message),
  };
  return {
    id: message.id,
    type: "message",
    role: "assistant",
    model: message.model,
    content,
    ...stop,
    usage,
  };
}

function contentOf({ text }: Message): unknown[] {
  return [
    { type: "thinking", thinking: '{"not": "the answer"}', signature: "" },
    { type: "text", text, citations: null },
  ];
}

function detailsOf({ stopReason, explanation }: Message): object | null {
  return stopReason === "refusal" ? { type: "refusal", category: "general_harms", explanation } : null;
}

function frame(event: string, data: object): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

import type Anthropic from "@anthropic-ai/sdk";

/** What has arrived of an answer so far. Usage comes with the first event, so that a cut answer has some too. */
export type Reply = {
  model: string | null;
  requestId: string | null;
  usage: Record<string, unknown> | null;
  /** Null until the answer is complete. */
  stopReason: string | null;
  refusal: string | null;
  text: string;
};

/** An answer of which nothing has arrived. */
export function emptyReply(): Reply {
  return { model: null, requestId: null, usage: null, stopReason: null, refusal: null, text: "" };
}

/** Adds one event of the stream. Only text counts as the answer: thinking may come before it. */
export function addEvent(reply: Reply, event: Anthropic.RawMessageStreamEvent): void {
  if (event.type === "message_start") {
    reply.model = event.message.model;
    reply.usage = { ...event.message.usage };
  } else if (event.type === "content_block_start" && event.content_block.type === "text") {
    reply.text += event.content_block.text;
  } else if (event.type === "content_block_delta" && event.delta.type === "text_delta") {
    reply.text += event.delta.text;
  } else if (event.type === "message_delta") {
    reply.usage = { ...reply.usage, ...known(event.usage) };
    reply.stopReason = event.delta.stop_reason;
    reply.refusal = event.delta.stop_details?.explanation ?? null;
  }
}

// The last event repeats the counts it has, and null for those the first event reported.
function known(usage: object | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(usage ?? {}).filter(([, count]) => count !== null));
}

import type Anthropic from "@anthropic-ai/sdk";
import { zodOutputFormat } from "@anthropic-ai/sdk/helpers/zod";
import type { z } from "zod";
import type { LlmSettings } from "#lib/llm/settings";
import { fencedContent, fencedSystem, textJsonSystem } from "#lib/llm/text-json";
import type { Prompt } from "#lib/workflows/define";

export type ModelRequest = Anthropic.MessageCreateParamsStreaming;

/**
 * The one request of a run. Source text stands in the user's message only, and there are no tools: whatever
 * a source tells the model to do, a proposal is all that can come of it.
 */
export function requestFor(prompt: Prompt, schema: z.ZodType, settings: LlmSettings): ModelRequest {
  const { type, schema: jsonSchema } = zodOutputFormat(schema);
  const common = { model: settings.model, max_tokens: settings.maxTokens, stream: true as const };
  if (settings.mode === "text-json")
    return { ...common, system: textJsonSystem(prompt, jsonSchema), messages: fencedMessages(prompt) };
  const output_config = { format: { type, schema: jsonSchema } };
  // Compatible servers that hold answers to a schema, such as vLLM, know no document blocks.
  if (settings.local)
    return { ...common, system: fencedSystem(prompt), messages: fencedMessages(prompt), output_config };
  const content = [...prompt.documents.map(documentBlock), textBlock(prompt.ask)];
  return { ...common, system: prompt.system, messages: [{ role: "user", content }], output_config };
}

function fencedMessages(prompt: Prompt): Anthropic.MessageParam[] {
  return [{ role: "user", content: fencedContent(prompt).map(textBlock) }];
}

function documentBlock({ title, text }: Prompt["documents"][number]): Anthropic.DocumentBlockParam {
  return { type: "document", title, source: { type: "text", media_type: "text/plain", data: text } };
}

function textBlock(text: string): Anthropic.TextBlockParam {
  return { type: "text", text };
}

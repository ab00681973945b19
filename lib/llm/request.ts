import type Anthropic from "@anthropic-ai/sdk";
import { zodOutputFormat } from "@anthropic-ai/sdk/helpers/zod";
import type { z } from "zod";
import type { LlmSettings } from "#lib/llm/settings";
import { textJsonContent, textJsonSystem } from "#lib/llm/text-json";
import type { Prompt } from "#lib/workflows/define";

export type ModelRequest = Anthropic.MessageCreateParamsStreaming;

/**
 * The one request of a run. Source text stands in the user's message only, and there are no tools: whatever
 * a source tells the model to do, a proposal is all that can come of it.
 */
export function requestFor(prompt: Prompt, schema: z.ZodType, settings: LlmSettings): ModelRequest {
  const { type, schema: jsonSchema } = zodOutputFormat(schema);
  const common = { model: settings.model, max_tokens: settings.maxTokens, stream: true as const };
  if (settings.mode === "structured") {
    return {
      ...common,
      system: prompt.system,
      messages: [{ role: "user", content: [...prompt.documents.map(documentBlock), textBlock(prompt.ask)] }],
      output_config: { format: { type, schema: jsonSchema } },
    };
  }
  return {
    ...common,
    system: textJsonSystem(prompt, jsonSchema),
    messages: [{ role: "user", content: textJsonContent(prompt).map(textBlock) }],
  };
}

function documentBlock({ title, text }: Prompt["documents"][number]): Anthropic.DocumentBlockParam {
  return { type: "document", title, source: { type: "text", media_type: "text/plain", data: text } };
}

function textBlock(text: string): Anthropic.TextBlockParam {
  return { type: "text", text };
}

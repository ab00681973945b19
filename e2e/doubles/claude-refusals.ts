import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";
import { schemaProblem } from "#e2e/doubles/claude-schema-limits";

const Block = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  source: z.looseObject({ data: z.string().optional() }).optional(),
  citations: z.looseObject({ enabled: z.boolean().optional() }).nullish(),
  cache_control: z.looseObject({ ttl: z.string().optional() }).nullish(),
});
const Content = z.union([z.string(), z.array(Block)]);

/** A request as far as the double looks at it; other keys pass. */
export const ClaudeRequest = z.looseObject({
  model: z.string(),
  max_tokens: z.number().int().nonnegative(),
  messages: z.array(z.looseObject({ role: z.enum(["user", "assistant"]), content: Content })),
  system: Content.optional(),
  stream: z.boolean().optional(),
  output_config: z
    .looseObject({ format: z.looseObject({ type: z.string(), schema: z.looseObject({}) }).nullish() })
    .optional(),
  tool_choice: z.looseObject({ type: z.string() }).optional(),
});
export type ClaudeRequest = z.infer<typeof ClaudeRequest>;

export type Refusal = { status: number; type: string; message: string };

const MODELS = /^claude-(haiku-5-5|sonnet-5-5|opus-5-5|fable-5-2)(-\d{8})?$/;

/** What the API refuses to answer, or null. */
export function refusalOf(request: ClaudeRequest): Refusal | null {
  if (!MODELS.test(request.model)) return notFound(`model: ${request.model}`);
  const problem = problemOf(request);
  return problem === null ? null : invalid(problem);
}

/** What a server that merely speaks the same protocol refuses: structured output and document blocks. */
export function compatibleRefusalOf(request: ClaudeRequest): Refusal | null {
  if (request.output_config) return invalid("output_config: Extra inputs are not permitted");
  if (blocksOf(request).some((block) => block.type !== "text"))
    return invalid("Only text content is supported");
  return null;
}

/** What is wrong with the headers: the version first, then the key, which either header may carry. */
export function headersRefusalOf(headers: IncomingHttpHeaders, apiKey: string): Refusal | null {
  if (!headers["anthropic-version"]) return invalid("anthropic-version: header is required");
  const bearer = headers.authorization?.replace(/^Bearer /, "");
  const key = bearer ?? headers["x-api-key"];
  return key === apiKey ? null : { status: 401, type: "authentication_error", message: "invalid x-api-key" };
}

/** The content blocks of all messages; a bare string is one text block. */
export function blocksOf(request: ClaudeRequest): z.infer<typeof Block>[] {
  return request.messages.flatMap(({ content }) => asBlocks(content));
}

/** A string as the one text block it stands for. */
export function asBlocks(content: z.infer<typeof Content> | undefined): z.infer<typeof Block>[] {
  if (content === undefined) return [];
  return typeof content === "string" ? [{ type: "text", text: content }] : content;
}

export function invalid(message: string): Refusal {
  return { status: 400, type: "invalid_request_error", message };
}

export function notFound(message: string): Refusal {
  return { status: 404, type: "not_found_error", message };
}

function problemOf(request: ClaudeRequest): string | null {
  for (const name of ["temperature", "top_p", "top_k"]) {
    if (name in request) return `${name}: Extra inputs are not permitted`;
  }
  if (request.max_tokens > 128_000) return `max_tokens: ${request.max_tokens} > 128000`;
  if (request.messages.length === 0) return "messages: at least one message is required";
  const blocks = blocksOf(request);
  if (blocks.some((b) => b.text === "" || b.source?.data === ""))
    return "messages: text content blocks must be non-empty";
  if (
    request.tool_choice &&
    /^(any|tool)$/.test(request.tool_choice.type) &&
    request.model.startsWith("claude-sonnet-5-5")
  ) {
    return `tool_choice: ${request.tool_choice.type} is not supported on this model`;
  }
  const format = request.output_config?.format;
  if (!format) return null;
  if (blocks.some((b) => b.citations?.enabled))
    return "citations can't be combined with output_config.format";
  const problem = schemaProblem(format.schema);
  return problem && `output_config.format.schema: ${problem}`;
}

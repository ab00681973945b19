import { z } from "zod";
import { withEnumCase } from "#lib/llm/enum-case";

/** An answer that is no proposal, and what is wrong with it, in words for the model. */
export type Malformed = { answer: string; problem: string };

/** Reads a proposal from what the model wrote. Keys the schema doesn't know are dropped. */
export function readProposal<P>(
  schema: z.ZodType<P>,
  text: string,
): { proposal: P } | { malformed: Malformed } {
  const value = jsonIn(text);
  if (value === undefined)
    return { malformed: { answer: text, problem: "It holds no complete JSON object." } };
  const jsonSchema = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const read = schema.safeParse(withEnumCase(jsonSchema, value));
  if (!read.success) return { malformed: { answer: text, problem: z.prettifyError(read.error) } };
  return { proposal: read.data };
}

// Small models think aloud, fence their JSON and say a word before it.
function jsonIn(text: string): unknown {
  const answer = text.replace(/^\s*<think>[\s\S]*?<\/think>/, "");
  return parsed(answer) ?? parsed(answer.slice(answer.indexOf("{"), answer.lastIndexOf("}") + 1));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { createHash } from "node:crypto";
import type { z } from "zod";
import { estimateTokens } from "#lib/format/tokens";
import type { Proposal } from "#lib/grounding/statement";
import type { LlmSettings } from "#lib/llm/settings";
import type { Ask, Prompt, Split } from "#lib/workflows/define";

/** What no estimate knows of: the words of the schema, and how a host wraps a request. */
const UNKNOWN_TOKENS = 3_000;
const LEAST_ROOM = 1_000;

/** The one question of a proposal, or one for each part where the sources are too long for the model. */
export function questionsOf<P extends Proposal>(ask: Ask<P>, settings: LlmSettings): Split<P> {
  const whole = ask.prompt();
  const room = roomFor(whole, settings);
  const wanted = whole.documents.reduce((sum, { text }) => sum + estimateTokens(text), 0);
  const one: Split<P> = { prompts: [whole], merge: ([answer]) => answer! };
  return wanted <= room || !ask.split ? one : ask.split(room);
}

/** Tokens that are left for the text of a source, in one call. */
export function roomFor({ system, ask }: Pick<Prompt, "system" | "ask">, settings: LlmSettings): number {
  const taken = settings.maxTokens + estimateTokens(system) + estimateTokens(ask) + UNKNOWN_TOKENS;
  return Math.max(settings.contextTokens - taken, LEAST_ROOM);
}

/** Tells questions apart: the same one to the same model has the same digest in any process. */
export function digestOf(request: object): string {
  return createHash("sha256").update(JSON.stringify(request)).digest("hex");
}

/** A proposal that was kept, read anew as an answer is; null where it is none any more. */
export function readKept<P>(schema: z.ZodType<P>, kept: unknown): P | null {
  return kept === null || kept === undefined ? null : (schema.safeParse(kept).data ?? null);
}

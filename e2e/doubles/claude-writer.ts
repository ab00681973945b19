import { onTestFinished } from "vitest";
import { z } from "zod";
import { type ClaudeDouble, type ClaudeDoubleOptions, startClaudeDouble } from "#e2e/doubles/claude";
import { DuePoint, Point } from "#lib/grounding/statement";
import { type ClaudeWriterOptions, createClaudeWriter } from "#lib/llm/claude";
import type { KeepCall, ModelCall } from "#lib/llm/model-call";
import { ModelError } from "#lib/llm/model-error";
import { llmSettings } from "#lib/llm/settings";
import type { Ask, Writer } from "#lib/workflows/define";

/** Notes with one action, one decision and one question in them. */
export const NOTES = `Dana Weiss will send the revised quote to Kitchener by Friday.
We decided to keep the Toronto office open.
Who signs the lease for Larkfield Software?`;

const Notes = z.object({ summary: z.array(Point), decisions: z.array(Point), actions: z.array(DuePoint) });

/** What a workflow asks of a writer, about NOTES. */
export const ask: Ask<z.infer<typeof Notes>> = {
  schema: Notes,
  prompt: () => ({
    system: "You read meeting notes.",
    documents: [{ title: "Weekly, 20 November", text: NOTES }],
    ask: "List what stands in the notes.",
  }),
  rules: () => ({ summary: [], decisions: [], actions: [] }),
};

/** A double that is closed when the test is over. */
export async function doubleForTest(options: ClaudeDoubleOptions = {}): Promise<ClaudeDouble> {
  const double = await startClaudeDouble(options);
  onTestFinished(() => double.close());
  return double;
}

export type WriterSetup = {
  settings?: object;
  writer?: Partial<ClaudeWriterOptions>;
  env?: Record<string, string>;
};

/** A writer that takes the double for Anthropic's own host, so that its calls have a price. It keeps what it records. */
export function writerFor(double: { url: string }, setup: WriterSetup = {}): Writer & { calls: ModelCall[] } {
  const calls: ModelCall[] = [];
  const read = llmSettings({
    ANTHROPIC_BASE_URL: double.url,
    COUNTERSIGN_LLM_MODE: "structured",
    ...setup.env,
  });
  const settings = {
    ...read,
    local: false,
    maxTokens: 32_000,
    attemptTimeoutMs: 10_000,
    timeoutMs: 15_000,
    ...setup.settings,
  };
  const keep: KeepCall = async () => (call) => void calls.push(call);
  const now = ticking("2026-11-20T15:00:00.000Z");
  return { calls, ...createClaudeWriter({ settings, apiKey: "test-key", keep, now, ...setup.writer }) };
}

const Block = z.looseObject({ type: z.string(), text: z.string().optional() });
const Content = z.union([z.string().transform((text) => [{ type: "text", text }]), z.array(Block)]);
const Sent = z.looseObject({
  system: z.string(),
  messages: z.array(z.object({ role: z.string(), content: Content })),
});

/** The body of a request the double received, by its number from 0; a message in a string as one text block. */
export function sentTo(double: ClaudeDouble, index = 0): z.infer<typeof Sent> {
  return Sent.parse(double.requests[index]?.body);
}

/** The ModelError a promise rejects with; anything else is an error of the test. */
export async function failureOf(promise: Promise<unknown>): Promise<ModelError> {
  const error = await promise.then(
    () => "a proposal",
    (e: unknown) => e,
  );
  if (!(error instanceof ModelError)) throw new Error("Expected a ModelError", { cause: error });
  return error;
}

function ticking(start: string): () => Date {
  let ms = Date.parse(start);
  return () => new Date(ms++);
}

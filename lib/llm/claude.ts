import { setTimeout as pause } from "node:timers/promises";
import Anthropic from "@anthropic-ai/sdk";
import type { z } from "zod";
import type { Proposal } from "#lib/grounding/statement";
import { type Attempt, attempt, type Line } from "#lib/llm/attempt";
import type { CallPart, KeepCall, RecallAnswer } from "#lib/llm/model-call";
import { digestOf, questionsOf, readKept } from "#lib/llm/parts";
import { readProposal } from "#lib/llm/proposal";
import { type ModelRequest, requestFor } from "#lib/llm/request";
import type { LlmSettings } from "#lib/llm/settings";
import { repairRequest } from "#lib/llm/text-json";
import type { Ask, Writer } from "#lib/workflows/define";

/** How far a call is. Text is counted and never shown: nobody may read it before it was grounded. */
export type WriterProgress = { phase: "asked" | "writing" | "repairing"; characters: number };

export type ClaudeWriterOptions = {
  settings: LlmSettings;
  apiKey: string | null;
  /** Called before each request. */
  keep: KeepCall;
  /** Asked before each question; what it returns is taken for the answer. */
  recall?: RecallAnswer;
  signal?: AbortSignal;
  onProgress?: (progress: WriterProgress) => void;
  now?: () => Date;
};

const SECOND_ATTEMPT_AFTER_MS = 500;
const CHARACTERS_A_STEP = 400;

/** The writer that asks a model. Its `propose` rejects with ModelError and makes at most three requests a part. */
export function createClaudeWriter(options: ClaudeWriterOptions): Writer {
  const client = clientFor(options);
  return { propose: (ask) => propose(client, options, ask) };
}

async function propose<P extends Proposal>(
  client: Anthropic,
  options: ClaudeWriterOptions,
  ask: Ask<P>,
): Promise<P> {
  const { prompts, merge } = questionsOf(ask, options.settings);
  const answers: P[] = [];
  for (const [n, prompt] of prompts.entries()) {
    const request = requestFor(prompt, ask.schema, options.settings);
    const about = { digest: digestOf(request), part: n + 1, parts: prompts.length };
    const kept = readKept(ask.schema, await options.recall?.(about.digest));
    answers.push(kept ?? (await answer(client, options, { schema: ask.schema, request, about })));
  }
  return merge(answers);
}

type Question<P> = { schema: z.ZodType<P>; request: ModelRequest; about: CallPart };

async function answer<P extends Proposal>(
  client: Anthropic,
  { settings, apiKey, keep, signal, onProgress, now = () => new Date() }: ClaudeWriterOptions,
  { schema, request, about }: Question<P>,
): Promise<P> {
  const read = (text: string) => readProposal(schema, text);
  const deadline = AbortSignal.timeout(settings.timeoutMs);
  const shared = { client, settings, apiKey, keep, about, now, cancel: signal, deadline };
  onProgress?.({ phase: "asked", characters: 0 });
  const line = { ...shared, onText: inSteps("writing", onProgress) };
  let ended = await attempt(line, request, read);
  if (isWorthASecondAttempt(ended)) {
    await pause(SECOND_ATTEMPT_AFTER_MS);
    ended = await attempt(line, request, read);
  }
  if ("malformed" in ended && ended.malformed && settings.mode === "text-json") {
    onProgress?.({ phase: "repairing", characters: 0 });
    const repair = repairRequest(request, ended.malformed);
    ended = await attempt({ ...shared, onText: inSteps("repairing", onProgress) }, repair, read);
  }
  if ("failure" in ended) throw ended.failure;
  return ended.proposal;
}

function clientFor({ settings, apiKey }: ClaudeWriterOptions): Anthropic {
  return new Anthropic({
    baseURL: settings.baseURL,
    // Without a key the SDK would look for credentials on the machine and send those.
    apiKey: apiKey ?? "none",
    defaultHeaders: apiKey ? undefined : { Authorization: null },
    // The SDK's own retries hide an attempt that may have been billed, and sleep for as long as retry-after says.
    maxRetries: 0,
    timeout: settings.attemptTimeoutMs,
    // Sources go to the configured host alone, not to where it points, and never into a log.
    fetchOptions: { redirect: "manual" },
    logLevel: "off",
  });
}

/** A moment's trouble before anything was written. All else is for the run to repeat, or for a person. */
function isWorthASecondAttempt(ended: Attempt<Proposal>): boolean {
  if (!("failure" in ended) || ended.began) return false;
  const { kind, retryAfterSeconds } = ended.failure;
  const isMomentary = kind === "overloaded" || kind === "server_error" || kind === "unreachable";
  return isMomentary && (retryAfterSeconds ?? 0) * 1000 <= SECOND_ATTEMPT_AFTER_MS;
}

function inSteps(
  phase: WriterProgress["phase"],
  onProgress: ClaudeWriterOptions["onProgress"],
): Line["onText"] {
  let told = 0;
  return (characters) => {
    if (characters < told + CHARACTERS_A_STEP) return;
    told = characters;
    onProgress?.({ phase, characters });
  };
}

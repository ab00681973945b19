import { z } from "zod";

const seconds = z.number().nonnegative().optional();

/** What the double does with a valid request instead of answering it from its own `answer`. */
export const ScriptedOutcome = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("answer"),
    proposal: z.unknown().optional(),
    usage: z.looseObject({}).optional(),
  }),
  z.object({ kind: z.literal("text"), text: z.string(), stopReason: z.string().optional() }),
  z.object({ kind: z.literal("refusal"), explanation: z.string().optional() }),
  z.object({ kind: z.literal("truncation") }),
  z.object({ kind: z.literal("malformed") }),
  z.object({ kind: z.literal("rate_limit"), retryAfter: z.union([z.number(), z.string()]).optional() }),
  z.object({ kind: z.literal("spend_limit") }),
  z.object({ kind: z.literal("overloaded"), retryAfter: seconds }),
  z.object({ kind: z.literal("server_error"), retryAfter: seconds }),
  z.object({ kind: z.literal("bad_key") }),
  /** Any other error of the API. */
  z.object({
    kind: z.literal("error"),
    status: z.number().int(),
    type: z.string(),
    message: z.string(),
    code: z.string().optional(),
    retryAfter: seconds,
  }),
  /** Never says a word. */
  z.object({ kind: z.literal("timeout") }),
  /** Begins an answer and falls silent. */
  z.object({ kind: z.literal("stall") }),
  /** Begins an answer and drops the connection. */
  z.object({ kind: z.literal("cut") }),
  /** Drops the connection before the answer begins. */
  z.object({ kind: z.literal("hang_up") }),
  z.object({ kind: z.literal("stream_error"), type: z.string().optional() }),
]);
export type ScriptedOutcome = z.infer<typeof ScriptedOutcome>;

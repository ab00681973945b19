import { z } from "zod";
import type { RunState } from "#drizzle/schema/runs";
import { Cursor, Id, Version, Words } from "#lib/inputs/schema";

export const CancelRun = z.object({ runId: Id });
export type CancelRun = z.infer<typeof CancelRun>;

/** `writer: "rules"` writes without the model, at no cost. */
export const RetryRun = z.object({ runId: Id, writer: z.enum(["claude", "rules"]).optional() });
export type RetryRun = z.infer<typeof RetryRun>;

/** `writer: "rules"` writes without the model, at no cost. */
export const StartRun = z.object({ sourceId: Id, writer: z.enum(["claude", "rules"]).optional() });
export type StartRun = z.infer<typeof StartRun>;

/** What a person may ask of the writer, in characters. */
export const MAX_INSTRUCTION = 1000;

/** Asks for a draft, or one statement of it, to be written again; `instruction` in the person's own words. */
export const RewriteDraft = z.object({
  draftId: Id,
  revision: Version,
  statementId: Id.optional(),
  instruction: Words.max(MAX_INSTRUCTION, "At most 1,000 characters.").optional(),
  writer: z.enum(["claude", "rules"]).optional(),
});
export type RewriteDraft = z.infer<typeof RewriteDraft>;

/** Which runs a list shows: those that go on by themselves, those that stopped without a draft, those that brought one. */
export const STATES_OF = {
  going: ["queued", "writing", "checking"],
  stopped: ["failed", "held", "cancelled"],
  done: ["done"],
} as const satisfies Record<string, readonly RunState[]>;

export const RunFilter = z.object({
  show: z.enum(["going", "stopped", "done"]).optional(),
  cursor: Cursor.optional(),
});
export type RunFilter = z.infer<typeof RunFilter>;

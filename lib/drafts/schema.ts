import { z } from "zod";
import { DRAFT_STATES } from "#drizzle/schema/drafts";
import { Cursor, Day, Id, Line, SearchWords, Version, Words } from "#lib/inputs/schema";

/** The revision the person saw. Anything newer makes the change a conflict, never an overwrite. */
const Seen = z.object({ draftId: Id, revision: Version });

/** One change to one statement. Left-out fields stay as they are; null clears. */
export const StatementChange = z.object({
  statementId: Id,
  text: Words.min(1, "A statement needs words.").max(1000).optional(),
  kept: z.boolean().optional(),
  person: z
    .object({ id: Id.nullable(), name: Line.min(1).max(120) })
    .nullable()
    .optional(),
  dueOn: Day.nullable().optional(),
  /** Whom a promise was made to. */
  to: Line.min(1).max(120).nullable().optional(),
  /** Whether the reason or alternative at a place of the statement's list is kept. */
  detail: z.object({ at: z.number().int().min(0).max(20), kept: z.boolean() }).optional(),
});
export type StatementChange = z.infer<typeof StatementChange>;

/** A sentence of the source that became nothing, made a statement of a section. Offsets as in evidence. */
export const StatementToAdd = z.object({
  section: z.string().max(40),
  sourceId: Id,
  start: z.number().int().min(0),
  end: z.number().int().min(1),
});
export type StatementToAdd = z.infer<typeof StatementToAdd>;

export const EditDraft = Seen.extend({
  changes: z.array(StatementChange).max(200).default([]),
  add: StatementToAdd.optional(),
}).refine((edit) => edit.changes.length > 0 || edit.add, "Nothing was changed.");
export type EditDraft = z.infer<typeof EditDraft>;

export const ApproveDraft = Seen;
export type ApproveDraft = z.infer<typeof ApproveDraft>;

export const RejectDraft = Seen.extend({
  reason: Words.min(1, "Say why, so that the next draft is better.").max(500),
});
export type RejectDraft = z.infer<typeof RejectDraft>;

export const ReopenDraft = z.object({ draftId: Id });
export type ReopenDraft = z.infer<typeof ReopenDraft>;

/** Which drafts a list shows. */
export const DraftFilter = z.object({
  state: z.enum(DRAFT_STATES).default("pending"),
  words: SearchWords.optional(),
  cursor: Cursor.optional(),
});
export type DraftFilter = z.input<typeof DraftFilter>;

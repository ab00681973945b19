import { z } from "zod";
import { DRAFT_STATES } from "#drizzle/schema/drafts";
import { MOST_IN_BATCH } from "#lib/drafts/batch";
import { QUEUE_SHOWS } from "#lib/drafts/view";
import { SNOOZE_CHOICES } from "#lib/format/snooze-times";
import { EarlierAs } from "#lib/grounding/earlier";
import { Cursor, Day, Id, Line, SearchWords, Version, Words } from "#lib/inputs/schema";

/**
 * The revision the person saw, and the fence of their hold where they have one. Anything newer makes the change a
 * conflict, never an overwrite.
 */
const Seen = z.object({ draftId: Id, revision: Version, fence: Version.optional() });

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
  /** Takes on themselves what of its words no source has. */
  confirm: z.literal(true).optional(),
  /** How it takes the earlier record that it is about. */
  as: EarlierAs.optional(),
  /** The version of that record that was looked at; left out by who doesn’t see it. */
  seenVersion: Version.optional(),
});
export type StatementChange = z.infer<typeof StatementChange>;

/**
 * Words of the source made a statement of a section. Offsets as in evidence; `quote` is what the person read there, and
 * has the last word: a page may count otherwise.
 */
export const StatementToAdd = z.object({
  section: z.string().max(40),
  sourceId: Id,
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  quote: z.string().max(2000).optional(),
});
export type StatementToAdd = z.infer<typeof StatementToAdd>;

export const EditDraft = Seen.extend({
  changes: z.array(StatementChange).max(200).default([]),
  add: StatementToAdd.optional(),
}).refine((edit) => edit.changes.length > 0 || edit.add, "Nothing was changed.");
export type EditDraft = z.infer<typeof EditDraft>;

const StatementIds = z.array(z.string().max(40)).max(2000);

/** What a page measured before a decision, in milliseconds. Pages can say anything: it is cut to what is possible. */
const Reading = z.object({ activeMs: z.number().int().min(0).max(2_147_483_647), shown: StatementIds });

/** The doubtful statements that the person ticked off one by one. */
const Looked = StatementIds;

/** What is approved from one page has one id. */
const Batch = z.object({ id: Id, looked: Looked });

export const ApproveDraft = Seen.extend({ reading: Reading.optional(), batch: Batch.optional() });
export type ApproveDraft = z.infer<typeof ApproveDraft>;

const IN_BATCH = `A batch has at most ${MOST_IN_BATCH} drafts.`;

/** The drafts of a batch, by id. */
export const BatchOf = z.array(Id).max(MOST_IN_BATCH, IN_BATCH);

/** Several drafts, each at the revision that was shown. */
export const ApproveBatch = z
  .array(Seen.extend({ looked: Looked, reading: Reading }))
  .min(1)
  .max(MOST_IN_BATCH, IN_BATCH);
export type ApproveBatch = z.infer<typeof ApproveBatch>;

/** A reason of the company's list, own words, or both. */
export const RejectDraft = Seen.extend({
  reasonId: Id.nullable().default(null),
  reason: Words.max(500).default(""),
  reading: Reading.optional(),
}).refine(({ reasonId, reason }) => reasonId !== null || reason !== "", {
  message: "Say why, so that the next draft is better.",
  path: ["reason"],
});
export type RejectDraft = z.input<typeof RejectDraft>;

export const UndoEdit = Seen;
export type UndoEdit = z.infer<typeof UndoEdit>;

/** `version` of the source that was seen, and that the draft is to stand on as it is. */
export const KeepDraft = Seen.extend({ version: Version });
export type KeepDraft = z.infer<typeof KeepDraft>;

/** One statement made two: what the first says, which keeps its id, and what the second. */
export const SplitStatement = Seen.extend({
  statementId: Id,
  texts: z.tuple([
    Words.min(1, "A statement needs words.").max(1000),
    Words.min(1, "A statement needs words.").max(1000),
  ]),
});
export type SplitStatement = z.infer<typeof SplitStatement>;

/** Two statements of a section made one, in the place of the first. */
export const JoinStatements = Seen.extend({
  statementId: Id,
  withId: Id,
  text: Words.min(1, "A statement needs words.").max(1000),
}).refine((join) => join.statementId !== join.withId, "Choose two statements.");
export type JoinStatements = z.infer<typeof JoinStatements>;

export const ReopenDraft = z.object({ draftId: Id });
export type ReopenDraft = z.infer<typeof ReopenDraft>;

export const HoldDraft = z.object({ draftId: Id });
export type HoldDraft = z.infer<typeof HoldDraft>;

export const LetGoOfDraft = z.object({ draftId: Id, fence: Version.optional() });
export type LetGoOfDraft = z.infer<typeof LetGoOfDraft>;

export const HandOverDraft = z.object({
  draftId: Id,
  toId: Id,
  note: Words.max(500, "Say it in 500 characters.").optional(),
  fence: Version.optional(),
});
export type HandOverDraft = z.infer<typeof HandOverDraft>;

/** Until when a draft is put off, by the company's clock. */
export const SnoozeDraft = z.object({
  draftId: Id,
  until: z.union([
    z.enum(SNOOZE_CHOICES),
    z.object({ day: Day, time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write the time like 09:30.") }),
  ]),
});
export type SnoozeDraft = z.infer<typeof SnoozeDraft>;

/** Which drafts a list shows. */
export const DraftFilter = z.object({
  state: z.enum(DRAFT_STATES).default("pending"),
  words: SearchWords.optional(),
  cursor: Cursor.optional(),
});
export type DraftFilter = z.input<typeof DraftFilter>;

export const QueueNarrowing = z.object({
  show: z.enum(QUEUE_SHOWS).default("waiting"),
  workflow: z.string().max(40).optional(),
  by: Id.optional(),
  series: Id.optional(),
});

/** Which part of the queue a page of it is of. */
export const QueueFilter = z.object({
  ...QueueNarrowing.shape,
  cursor: Cursor.optional(),
});
export type QueueFilter = z.input<typeof QueueFilter>;

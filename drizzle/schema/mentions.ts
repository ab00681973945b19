import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, oneOf } from "#drizzle/schema/columns";
import { drafts } from "#drizzle/schema/drafts";
import { runs } from "#drizzle/schema/runs";

export const MENTIONED_KINDS = ["action", "decision", "question"] as const;
export type MentionedKind = (typeof MENTIONED_KINDS)[number];
/** What a statement said of a record that stood before: the same again, that it is done, or that it no longer holds. */
export const MENTIONED_AS = ["same", "done", "superseding"] as const;
export type MentionedAs = (typeof MENTIONED_AS)[number];

/** An approved statement that is about a record of another approval, and so made none of its own or changed that one. */
export const mentions = pgTable(
  "mentions",
  {
    draftId: text("draft_id")
      .notNull()
      .references(() => drafts.id),
    statementId: text("statement_id").notNull(),
    kind: text("kind", { enum: MENTIONED_KINDS }).notNull(),
    /** Of an action, decision or question, by `kind`. */
    recordId: text("record_id").notNull(),
    as: text("mentioned_as", { enum: MENTIONED_AS }).notNull(),
    /** The record's version after the approval changed it: what an undo finds, or else somebody has worked with it. */
    version: integer("version"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.draftId, t.statementId] }),
    index("mentions_record_idx").on(t.recordId, t.createdAt),
    oneOf("mentions_kind_known", t.kind, MENTIONED_KINDS),
    oneOf("mentions_as_known", t.as, MENTIONED_AS),
  ],
);

/** What a run was given to know besides its sources: which rows at which versions, and the hash of what they said. */
export const runNeeds = pgTable(
  "run_needs",
  {
    runId: text("run_id")
      .notNull()
      .references(() => runs.id),
    need: text("need").notNull(),
    recordId: text("record_id").notNull(),
    version: integer("version").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.need, t.recordId] }),
    // Who takes a record back or its words out asks who was told of it.
    index("run_needs_record_idx").on(t.recordId),
  ],
);

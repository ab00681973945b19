import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { drafts } from "#drizzle/schema/drafts";
import { runs } from "#drizzle/schema/runs";

/** A run that writes a draft again. What it brings becomes the next revision, with what people changed put into it. */
export const rewrites = pgTable(
  "rewrites",
  {
    runId: text("run_id")
      .primaryKey()
      .references(() => runs.id),
    draftId: text("draft_id")
      .notNull()
      .references(() => drafts.id),
    /** The revision that was seen when it was asked for. */
    revision: integer("revision").notNull(),
    /** What the person asked for, in their words; null where the same is to be tried again. */
    instruction: text("instruction"),
    /** The one statement to be written again; null for the whole draft. */
    statementId: text("statement_id"),
  },
  (t) => [index("rewrites_draft_idx").on(t.draftId)],
);

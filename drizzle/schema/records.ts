import { sql } from "drizzle-orm";
import { type AnyPgColumn, date, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { id, instant, oneOf } from "#drizzle/schema/columns";
import { drafts } from "#drizzle/schema/drafts";
import { users } from "#drizzle/schema/users";

/** Every record leads back to the draft it was approved in, and through the statement to its sentence. */
const origin = {
  id: id(),
  draftId: text("draft_id")
    .notNull()
    .references(() => drafts.id),
  createdAt: instant("created_at").notNull(),
  /** Raised by each change after the approval; 1 while nobody has touched the record. */
  version: integer("version").notNull().default(1),
};

/** The order of open actions: by due day, undated ones last. A query that sorts by the same words reads the index. */
export const dueOrLast = (dueOn: AnyPgColumn) => sql`coalesce(${dueOn}, '9999-12-31'::date)`;

/** The words of a text without their endings, by which what says the same is found. A query that asks so reads the index. */
export const stems = (words: AnyPgColumn) => sql`to_tsvector('pg_catalog.english', ${words})`;

export const ACTION_STATES = ["open", "done", "cancelled"] as const;
export type ActionState = (typeof ACTION_STATES)[number];

export const actions = pgTable(
  "actions",
  {
    ...origin,
    statementId: text("statement_id").notNull(),
    text: text("text").notNull(),
    ownerId: text("owner_id").references(() => users.id),
    /** The owner as named, for people who are not on the roster. */
    ownerName: text("owner_name"),
    dueOn: date("due_on", { mode: "string" }),
    state: text("state", { enum: ACTION_STATES }).notNull(),
    closedAt: instant("closed_at"),
    closedBy: text("closed_by").references(() => users.id),
    cancelReason: text("cancel_reason"),
  },
  (t) => [
    index("actions_due_idx").on(t.state, dueOrLast(t.dueOn), t.id),
    index("actions_owner_idx").on(t.ownerId, t.state, dueOrLast(t.dueOn), t.id),
    index("actions_closed_idx").on(t.state, t.closedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("actions_created_idx").on(t.createdAt),
    index("actions_draft_idx").on(t.draftId),
    index("actions_words_idx").using("gin", stems(t.text)).where(sql`${t.state} = 'open'`),
    oneOf("actions_state_known", t.state, ACTION_STATES),
  ],
);

export const decisions = pgTable(
  "decisions",
  {
    ...origin,
    statementId: text("statement_id").notNull(),
    text: text("text").notNull(),
    deciderName: text("decider_name"),
    /** Why it was made, and what was weighed and not taken. */
    because: jsonb("because").$type<string[]>().notNull().default([]),
    instead: jsonb("instead").$type<string[]>().notNull().default([]),
    /** The decision that took its place. No foreign key: a backup restores row by row, in whatever order they stand. */
    supersededBy: text("superseded_by"),
  },
  (t) => [
    index("decisions_superseded_idx").on(t.supersededBy).where(sql`${t.supersededBy} is not null`),
    index("decisions_created_idx").on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("decisions_draft_idx").on(t.draftId),
  ],
);

/** What was promised to somebody outside, by whom and by when, as named at the meeting. */
export const promises = pgTable(
  "promises",
  {
    ...origin,
    statementId: text("statement_id").notNull(),
    text: text("text").notNull(),
    promiserId: text("promiser_id").references(() => users.id),
    /** The promiser as named, for people who are not on the roster. */
    promiserName: text("promiser_name"),
    toName: text("to_name"),
    dueOn: date("due_on", { mode: "string" }),
  },
  (t) => [
    index("promises_due_idx").on(dueOrLast(t.dueOn), t.id),
    index("promises_promiser_idx").on(t.promiserId, dueOrLast(t.dueOn), t.id),
    index("promises_created_idx").on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("promises_draft_idx").on(t.draftId),
  ],
);

export const QUESTION_STATES = ["open", "answered"] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

export const questions = pgTable(
  "questions",
  {
    ...origin,
    statementId: text("statement_id").notNull(),
    text: text("text").notNull(),
    deciderId: text("decider_id").references(() => users.id),
    deciderName: text("decider_name"),
    state: text("state", { enum: QUESTION_STATES }).notNull(),
    answer: text("answer"),
    answeredAt: instant("answered_at"),
    answeredBy: text("answered_by").references(() => users.id),
  },
  (t) => [
    index("questions_state_created_idx").on(
      t.state,
      t.createdAt.desc().nullsFirst(),
      t.id.desc().nullsFirst(),
    ),
    index("questions_decider_idx").on(t.deciderId, t.state),
    index("questions_draft_idx").on(t.draftId),
    oneOf("questions_state_known", t.state, QUESTION_STATES),
  ],
);

export const documents = pgTable(
  "documents",
  { ...origin, title: text("title").notNull(), markdown: text("markdown").notNull() },
  (t) => [
    index("documents_created_idx").on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("documents_draft_idx").on(t.draftId),
  ],
);

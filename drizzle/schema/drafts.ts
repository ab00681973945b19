import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
} from "drizzle-orm/pg-core";
import { id, instant, oneOf } from "#drizzle/schema/columns";
import { leads } from "#drizzle/schema/leads";
import { runs } from "#drizzle/schema/runs";
import { sources } from "#drizzle/schema/sources";
import { users } from "#drizzle/schema/users";
import type { Evidence, Statement } from "#lib/grounding/statement";

export const DRAFT_STATES = ["pending", "approved", "rejected", "deleted"] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** What a row of the queue shows: statements kept per section, and how many found no source. */
export type DraftCounts = { kept: Record<string, number>; untraced: number };

/** What a revision stands on: the versions of the draft's sources, and the places of its statements in them. */
export type Grounds = { sources: { sourceId: string; version: number }[]; evidence: Evidence[] };

/** A part of a statement that a person and a new run both changed. The person's stands; `theirs` is the run's. */
export type MergeConflict = { statementId: string; theirs: Statement | null };

/** What a run wrote, before what people had changed was put into it, and where the two differ. */
export type Rewritten = { written: Statement[]; places: Evidence[]; conflicts: MergeConflict[] };

export const REVISION_ORIGINS = ["written", "edited", "rewritten", "restored", "carried"] as const;
/** How a revision came about: by the first run, a person's edit, another run, an undo, or kept for a newer source. */
export type RevisionOrigin = (typeof REVISION_ORIGINS)[number];

/** What runs propose and people decide. The text is in revisions. */
export const drafts = pgTable(
  "drafts",
  {
    id: id(),
    workflow: text("workflow").notNull(),
    title: text("title").notNull(),
    state: text("state", { enum: DRAFT_STATES }).notNull(),
    currentRevision: integer("current_revision").notNull(),
    counts: jsonb("counts").$type<DraftCounts>().notNull(),
    /** Whether it says something else than what runs wrote; null where only the number of revisions tells. */
    edited: boolean("edited"),
    /** Who brought in its first source; null in drafts whose source is gone. */
    broughtBy: text("brought_by").references(() => users.id),
    /** Whom it is to, if it is a mail. A model never says so. */
    leadId: text("lead_id").references(() => leads.id),
    createdAt: instant("created_at").notNull(),
    decidedAt: instant("decided_at"),
    decidedBy: text("decided_by").references(() => users.id),
  },
  (t) => [
    index("drafts_state_created_idx").on(t.state, t.createdAt, t.id),
    index("drafts_workflow_idx").on(t.state, t.workflow, t.createdAt, t.id),
    index("drafts_brought_idx").on(t.state, t.broughtBy, t.createdAt, t.id),
    // As a column, so that there are figures on how rare it is: without them the planner takes it for the rule.
    index("drafts_doubtful_idx").on(t.state, sql`((counts ->> 'untraced') <> '0')`, t.createdAt, t.id),
    index("drafts_lead_idx").on(t.leadId, t.createdAt).where(sql`${t.leadId} is not null`),
    index("drafts_decided_idx").on(t.decidedBy, t.decidedAt),
    index("drafts_decided_at_idx")
      .on(t.decidedAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.decidedAt} is not null`),
    oneOf("drafts_state_known", t.state, DRAFT_STATES),
  ],
);

export const draftSources = pgTable(
  "draft_sources",
  {
    draftId: text("draft_id")
      .notNull()
      .references(() => drafts.id),
    sourceId: text("source_id")
      .notNull()
      .references(() => sources.id),
    version: integer("version").notNull(),
  },
  (t) => [primaryKey({ columns: [t.draftId, t.sourceId] }), index("draft_sources_source_idx").on(t.sourceId)],
);

/** A whole draft at one moment, written by a run or by a person. Never changed. */
export const revisions = pgTable(
  "revisions",
  {
    draftId: text("draft_id")
      .notNull()
      .references(() => drafts.id),
    number: integer("number").notNull(),
    statements: jsonb("statements").$type<Statement[]>().notNull(),
    runId: text("run_id").references(() => runs.id),
    authorId: text("author_id").references(() => users.id),
    /** Null in revisions from before it was told, as are those that follow. */
    origin: text("origin", { enum: REVISION_ORIGINS }),
    grounds: jsonb("grounds").$type<Grounds>(),
    rewritten: jsonb("rewritten").$type<Rewritten>(),
    /** The revision whose words an undo brought back. */
    restores: integer("restores"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.draftId, t.number] }),
    oneOf("revisions_origin_known", t.origin, REVISION_ORIGINS),
  ],
);

/** The identity of a statement, which survives revisions. */
export const statements = pgTable(
  "statements",
  {
    draftId: text("draft_id")
      .notNull()
      .references(() => drafts.id),
    id: text("id").notNull(),
    section: text("section").notNull(),
    position: integer("position").notNull(),
  },
  (t) => [primaryKey({ columns: [t.draftId, t.id] })],
);

/** Where a statement of the newest revision stands in a source; those before keep theirs. Offsets are UTF-16 units into that version's text. */
export const evidence = pgTable(
  "evidence",
  {
    draftId: text("draft_id").notNull(),
    statementId: text("statement_id").notNull(),
    sourceId: text("source_id")
      .notNull()
      .references(() => sources.id),
    version: integer("version").notNull(),
    start: integer("start_offset").notNull(),
    end: integer("end_offset").notNull(),
    sentenceStart: integer("sentence_start").notNull(),
    sentenceEnd: integer("sentence_end").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.draftId, t.statementId, t.sourceId, t.start] }),
    foreignKey({ columns: [t.draftId, t.statementId], foreignColumns: [statements.draftId, statements.id] }),
  ],
);

export const REVIEW_DECISIONS = ["approved", "edited", "rejected", "undone"] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

/** What a person did with a draft. `revision` is the one that was seen. */
export const reviews = pgTable(
  "reviews",
  {
    id: id(),
    draftId: text("draft_id")
      .notNull()
      .references(() => drafts.id),
    revision: integer("revision").notNull(),
    decision: text("decision", { enum: REVIEW_DECISIONS }).notNull(),
    reviewerId: text("reviewer_id")
      .notNull()
      .references(() => users.id),
    reason: text("reason"),
    /** The reason of the company's list that was picked; `reason` says it as it read then. */
    reasonId: text("reason_id"),
    /** Time the page was looked at and used, in milliseconds; null where nobody measured. */
    activeMs: integer("active_ms"),
    /** The share of the approved statements whose evidence was shown long enough, from 0 to 1; null where nobody measured. */
    evidenceShown: real("evidence_shown"),
    /** Whether any evidence was pointed at: of reviews from before its share was measured. */
    evidenceSeen: boolean("evidence_seen"),
    /** Approved in less time than reading takes of what was not shown beside its evidence; null where nobody measured. */
    unread: boolean("unread"),
    /** The version of the source that an approval saw. */
    sourceVersion: integer("source_version"),
    /** By which standing approval it was approved, where nobody looked. */
    standingApprovalId: text("standing_approval_id"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("reviews_created_idx").on(t.createdAt),
    index("reviews_draft_idx").on(t.draftId, t.createdAt),
    index("reviews_reviewer_idx").on(t.reviewerId, t.createdAt),
    oneOf("reviews_decision_known", t.decision, REVIEW_DECISIONS),
  ],
);

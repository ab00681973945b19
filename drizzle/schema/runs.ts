import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { id, instant, oneOf } from "#drizzle/schema/columns";
import { leads } from "#drizzle/schema/leads";
import { sources } from "#drizzle/schema/sources";
import { users } from "#drizzle/schema/users";
import type { Occasion } from "#lib/workflows/define";

export const RUN_STATES = ["queued", "writing", "checking", "done", "failed", "held", "cancelled"] as const;
export type RunState = (typeof RUN_STATES)[number];
export const WRITERS = ["claude", "rules"] as const;
export type WriterName = (typeof WRITERS)[number];

/** What a person sees when a run ended without a draft. `kind` is the writer's outcome. */
export type RunError = { kind: string; sentence: string; requestId?: string };

/** One attempt of a workflow version on sources. `leaseUntil` is renewed by the worker that holds it, and null once it is given back. */
export const runs = pgTable(
  "runs",
  {
    id: id(),
    workflow: text("workflow").notNull(),
    workflowVersion: integer("workflow_version").notNull(),
    writer: text("writer", { enum: WRITERS }).notNull(),
    model: text("model"),
    host: text("host"),
    state: text("state", { enum: RUN_STATES }).notNull(),
    /** Raised by each claim, never lowered: it fences off a worker that was thought dead. */
    attempt: integer("attempt").notNull().default(0),
    /** What `attempt` was when a person last queued the run; automatic retries count from there. */
    attemptsBefore: integer("attempts_before").notNull().default(0),
    /** How often a worker died over it since then. */
    losses: integer("losses").notNull().default(0),
    dueAt: instant("due_at").notNull(),
    leaseUntil: instant("lease_until"),
    draftId: text("draft_id"),
    requestedBy: text("requested_by")
      .notNull()
      .references(() => users.id),
    /** Whom a follow-up is to, and why it is written. */
    leadId: text("lead_id").references(() => leads.id),
    occasion: jsonb("occasion").$type<Occasion>(),
    error: jsonb("error").$type<RunError>(),
    createdAt: instant("created_at").notNull(),
    startedAt: instant("started_at"),
    checkingAt: instant("checking_at"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    index("runs_created_idx").on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("runs_state_due_idx").on(t.state, t.dueAt),
    index("runs_lead_idx").on(t.leadId, t.createdAt).where(sql`${t.leadId} is not null`),
    index("runs_draft_idx").on(t.draftId),
    oneOf("runs_state_known", t.state, RUN_STATES),
    oneOf("runs_writer_known", t.writer, WRITERS),
  ],
);

export const runSources = pgTable(
  "run_sources",
  {
    runId: text("run_id")
      .notNull()
      .references(() => runs.id),
    sourceId: text("source_id")
      .notNull()
      .references(() => sources.id),
    version: integer("version").notNull(),
    /** The first is what the run was made for. */
    position: integer("position").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.runId, t.sourceId] }), index("run_sources_source_idx").on(t.sourceId)],
);

/** One request to a model, billed or not: `pending` until its answer is kept, `lost` where nobody will. Cost in micro-dollars; null where it is not known. */
export const modelCalls = pgTable(
  "model_calls",
  {
    id: id(),
    runId: text("run_id")
      .notNull()
      .references(() => runs.id),
    attempt: integer("attempt").notNull(),
    model: text("model").notNull(),
    host: text("host").notNull(),
    /** Which part of a long source it is about, of how many. */
    part: integer("part").notNull().default(1),
    parts: integer("parts").notNull().default(1),
    /** Of the whole question: whoever asks it again for the same run finds the answer here. */
    digest: text("digest"),
    /** What was answered, until the run has brought its draft. */
    proposal: jsonb("proposal").$type<unknown>(),
    requestId: text("request_id"),
    outcome: text("outcome").notNull(),
    stopReason: text("stop_reason"),
    usage: jsonb("usage").$type<Record<string, unknown>>(),
    costMicros: bigint("cost_micros", { mode: "bigint" }),
    priceNote: text("price_note"),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    index("model_calls_started_idx").on(t.startedAt),
    index("model_calls_run_idx").on(t.runId, t.startedAt),
    index("model_calls_pending_idx").on(t.runId, t.attempt).where(sql`${t.outcome} = 'pending'`),
  ],
);

import { and, asc, desc, eq, gte, inArray, type SQL, sql } from "drizzle-orm";
import type { RunError, RunState, WriterName } from "#drizzle/schema/runs";
import { modelCalls, runSources, runs, sources, users } from "#drizzle/schema/schema";
import { olderThan, PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { type HistoryLine, listHistory } from "#lib/log/history";
import { canSteerRun } from "#lib/runs/policy";
import { RunFilter, STATES_OF } from "#lib/runs/schema";
import { RUN_TRANSITIONS } from "#lib/runs/states";
import { visibleRun } from "#lib/runs/visibility";
import { SPENT } from "#lib/spend/spent";
import { findWorkflow } from "#lib/workflows/registry";

/** A run as lists show it. Instants are ISO strings. */
export type ListedRun = {
  id: string;
  workflow: string;
  workflowLabel: string;
  workflowVersion: number;
  writer: WriterName;
  model: string | null;
  state: RunState;
  attempt: number;
  sourceId: string | null;
  sourceTitle: string;
  draftId: string | null;
  requestedById: string;
  requestedBy: string;
  error: RunError | null;
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
  /** When it is tried again, while it is queued. */
  dueAt: string;
  /** Micro-dollars as a decimal string; null where the price of a call is not known. */
  costMicros: string | null;
};

/** One request to a model. Instants are ISO strings, cost as of a run. */
export type ListedCall = {
  id: string;
  attempt: number;
  /** Which part of a long source it was about, of how many. */
  part: number;
  parts: number;
  model: string;
  host: string;
  requestId: string | null;
  outcome: string;
  stopReason: string | null;
  usage: Record<string, unknown> | null;
  costMicros: string | null;
  priceNote: string | null;
  startedAt: string;
  /** Null while it is under way, and where its answer was lost. */
  endedAt: string | null;
};

/** A run with its calls, and what this person may do with it. */
export type RunInFull = ListedRun & {
  host: string | null;
  calls: ListedCall[];
  history: HistoryLine[];
  mayCancel: boolean;
  mayRetry: boolean;
};

/** Runs that the actor may see, newest first. */
export async function listRuns(ctx: UserCtx, filter: RunFilter = {}): Promise<Page<ListedRun>> {
  const { show, cursor } = RunFilter.parse(filter);
  const states = show && STATES_OF[show];
  const rows = await selectRuns(
    ctx,
    and(
      visibleRun(ctx.actor),
      states ? inArray(runs.state, states) : undefined,
      olderThan(cursor, runs.createdAt, runs.id),
    ),
    PAGE_ROWS + 1,
  );
  const page = toPage(rows, (last) => [last.createdAt.toISOString(), last.id]);
  return { ...page, rows: page.rows.map(toListed) };
}

/** Runs the actor asked for since `since` that ended without a draft and wait for a decision, newest first. */
export async function listStoppedRuns(ctx: UserCtx, since: Date, most: number): Promise<ListedRun[]> {
  const rows = await selectRuns(
    ctx,
    and(
      eq(runs.requestedBy, ctx.actor.id),
      inArray(runs.state, ["failed", "held"]),
      gte(runs.createdAt, since),
      visibleRun(ctx.actor),
    ),
    most,
  );
  return rows.map(toListed);
}

/** One run with its calls; `not_found` where there is none or the actor may not see its source. */
export async function getRun(ctx: UserCtx, runId: string): Promise<RunInFull> {
  const [row] = await selectRuns(ctx, and(eq(runs.id, runId), visibleRun(ctx.actor)), 1);
  if (!row) throw new AppError("not_found", "There is no such run, or its source is not shared with you.");
  const [calls, history] = await Promise.all([
    listCalls(ctx, runId),
    listHistory(ctx, runId, `“${row.sourceTitle}”`),
  ]);
  const steers = !row.sourceDeleted && canSteerRun(ctx.actor, { requestedBy: row.requestedById });
  const next: readonly RunState[] = RUN_TRANSITIONS[row.state];
  return {
    ...toListed(row),
    host: row.host,
    calls,
    history,
    mayCancel: steers && next.includes("cancelled"),
    mayRetry: steers && ["failed", "held", "cancelled"].includes(row.state),
  };
}

const COST = sql<string | null>`(select ${SPENT} from ${modelCalls} where ${modelCalls.runId} = ${runs.id})`;

function selectRuns(ctx: UserCtx, where: SQL | undefined, limit: number) {
  return reader(ctx.store)
    .select({
      id: runs.id,
      workflow: runs.workflow,
      workflowVersion: runs.workflowVersion,
      writer: runs.writer,
      model: runs.model,
      host: runs.host,
      state: runs.state,
      attempt: runs.attempt,
      sourceId: sources.id,
      sourceTitle: sources.title,
      draftId: sql<string | null>`case when ${sources.deletedAt} is null then ${runs.draftId} end`,
      sourceDeleted: sql<boolean>`${sources.deletedAt} is not null`,
      requestedById: users.id,
      requestedBy: users.name,
      error: runs.error,
      createdAt: runs.createdAt,
      startedAt: runs.startedAt,
      endedAt: runs.endedAt,
      dueAt: runs.dueAt,
      costMicros: COST,
    })
    .from(runs)
    .innerJoin(users, eq(users.id, runs.requestedBy))
    .innerJoin(sources, eq(sources.id, firstSource()))
    .where(where)
    .orderBy(desc(runs.createdAt), desc(runs.id))
    .limit(limit);
}

function firstSource() {
  return sql`(select ${runSources.sourceId} from ${runSources} where ${runSources.runId} = ${runs.id}
    order by ${runSources.position}, ${runSources.sourceId} limit 1)`;
}

type Selected = Awaited<ReturnType<typeof selectRuns>>[number];

function toListed({ host: _, sourceDeleted, ...row }: Selected): ListedRun {
  return {
    ...row,
    sourceId: sourceDeleted ? null : row.sourceId,
    workflowLabel: findWorkflow(row.workflow)?.label ?? row.workflow,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    dueAt: row.dueAt.toISOString(),
  };
}

async function listCalls(ctx: UserCtx, runId: string): Promise<ListedCall[]> {
  const rows = await reader(ctx.store)
    .select({
      id: modelCalls.id,
      attempt: modelCalls.attempt,
      part: modelCalls.part,
      parts: modelCalls.parts,
      model: modelCalls.model,
      host: modelCalls.host,
      requestId: modelCalls.requestId,
      outcome: modelCalls.outcome,
      stopReason: modelCalls.stopReason,
      usage: modelCalls.usage,
      costMicros: modelCalls.costMicros,
      priceNote: modelCalls.priceNote,
      startedAt: modelCalls.startedAt,
      endedAt: modelCalls.endedAt,
    })
    .from(modelCalls)
    .where(eq(modelCalls.runId, runId))
    .orderBy(asc(modelCalls.startedAt), asc(modelCalls.id));
  return rows.map((row) => ({
    ...row,
    costMicros: row.costMicros?.toString() ?? null,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }));
}

import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { RunError, RunState, WriterName } from "#drizzle/schema/runs";
import { modelCalls, runSources, runs, sources } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { canSteerRun } from "#lib/runs/policy";
import { visibleSource } from "#lib/sources/visibility";
import { SPENT } from "#lib/spend/spent";

/** How far the last run on a source is. Instants are ISO strings, cost micro-dollars as a decimal string. */
export type RunProgress = {
  id: string;
  state: RunState;
  writer: WriterName;
  model: string | null;
  version: number;
  createdAt: string;
  startedAt: string | null;
  checkingAt: string | null;
  endedAt: string | null;
  /** When it is tried again, while it is queued after a failure. */
  dueAt: string;
  error: RunError | null;
  draftId: string | null;
  tokensIn: number;
  tokensOut: number;
  /** Null where the price of a call is not known. */
  costMicros: string | null;
  /** Which part of a long source is being written, of how many; null where it is written in one. */
  part: { number: number; of: number } | null;
  maySteer: boolean;
};

/** The last run on a source; `not_found` where the source has none or the actor may not see it. */
export async function getProgress(ctx: UserCtx, sourceId: string): Promise<RunProgress> {
  const [row] = await reader(ctx.store)
    .select({
      id: runs.id,
      state: runs.state,
      writer: runs.writer,
      model: runs.model,
      version: runs.workflowVersion,
      createdAt: runs.createdAt,
      startedAt: runs.startedAt,
      checkingAt: runs.checkingAt,
      endedAt: runs.endedAt,
      dueAt: runs.dueAt,
      error: runs.error,
      draftId: runs.draftId,
      requestedBy: runs.requestedBy,
    })
    .from(runs)
    .innerJoin(runSources, eq(runSources.runId, runs.id))
    .innerJoin(sources, eq(sources.id, runSources.sourceId))
    .where(and(eq(sources.id, sourceId), isNull(sources.deletedAt), visibleSource(ctx.actor)))
    .orderBy(desc(runs.createdAt), desc(runs.id))
    .limit(1);
  if (!row)
    throw new AppError("not_found", "There is no such source: it was deleted, or it is not shared with you.");
  const { requestedBy, ...run } = row;
  return {
    ...run,
    ...(await spentOn(ctx, run.id)),
    part: await findPart(ctx, run.id),
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    checkingAt: run.checkingAt?.toISOString() ?? null,
    endedAt: run.endedAt?.toISOString() ?? null,
    dueAt: run.dueAt.toISOString(),
    maySteer: canSteerRun(ctx.actor, { requestedBy }),
  };
}

async function findPart(ctx: UserCtx, runId: string): Promise<RunProgress["part"]> {
  const [call] = await reader(ctx.store)
    .select({ number: modelCalls.part, of: modelCalls.parts })
    .from(modelCalls)
    .where(eq(modelCalls.runId, runId))
    .orderBy(desc(modelCalls.attempt), desc(modelCalls.part))
    .limit(1);
  return call && call.of > 1 ? call : null;
}

async function spentOn(
  ctx: UserCtx,
  runId: string,
): Promise<Pick<RunProgress, "tokensIn" | "tokensOut" | "costMicros">> {
  const tokens = (field: string) =>
    sql<number>`coalesce(sum((${modelCalls.usage} ->> ${field})::bigint), 0)`.mapWith(Number);
  const [row] = await reader(ctx.store)
    .select({
      tokensIn: tokens("input_tokens"),
      tokensOut: tokens("output_tokens"),
      costMicros: SPENT,
    })
    .from(modelCalls)
    .where(eq(modelCalls.runId, runId));
  return row ?? { tokensIn: 0, tokensOut: 0, costMicros: "0" };
}

import { and, asc, eq, isNull } from "drizzle-orm";
import { runSources, runs, sources } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { canSteerRun } from "#lib/runs/policy";
import { visibleSource } from "#lib/sources/visibility";

/** A run the actor may see and steer, with its source; `not_found` or `forbidden` otherwise. */
export async function findSteerable(ctx: UserCtx, tx: Tx, runId: string) {
  const [row] = await tx
    .select({ run: runs, sourceId: runSources.sourceId })
    .from(runs)
    .innerJoin(runSources, eq(runSources.runId, runs.id))
    .innerJoin(sources, eq(sources.id, runSources.sourceId))
    .where(and(eq(runs.id, runId), isNull(sources.deletedAt), visibleSource(ctx.actor)))
    .orderBy(asc(runSources.position), asc(runSources.sourceId))
    .limit(1);
  if (!row)
    throw new AppError(
      "not_found",
      "There is no such run: its source was deleted, or is not shared with you.",
    );
  if (!canSteerRun(ctx.actor, row.run)) {
    throw new AppError("forbidden", "Who asked for this run, a leader or an admin can stop or repeat it.");
  }
  return row;
}

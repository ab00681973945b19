import { and, asc, eq, lte, sql } from "drizzle-orm";
import { runSources, runs } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { LEASE_MS } from "#lib/runs/lease";

/** A run this process holds. `attempt` fences it: whoever claims it again raises the number. */
export type ClaimedRun = typeof runs.$inferSelect & { sources: { sourceId: string; version: number }[] };

/** Takes a run that is queued and due. `conflict` where another worker has it, or it was cancelled. */
export function claimRun(ctx: Ctx, runId: string): Promise<ClaimedRun> {
  const now = ctx.now();
  return transact(ctx, async ({ tx, record }) => {
    const [run] = await tx
      .update(runs)
      .set({
        state: "writing",
        attempt: sql`${runs.attempt} + 1`,
        leaseUntil: new Date(now.getTime() + LEASE_MS),
        startedAt: now,
        checkingAt: null,
        endedAt: null,
        error: null,
      })
      .where(and(eq(runs.id, runId), eq(runs.state, "queued"), lte(runs.dueAt, now)))
      .returning();
    if (!run) throw new AppError("conflict", "The run is not waiting any more.");
    const sources = await tx
      .select({ sourceId: runSources.sourceId, version: runSources.version })
      .from(runSources)
      .where(eq(runSources.runId, runId))
      .orderBy(asc(runSources.position), asc(runSources.sourceId));
    record({
      kind: "run.writing",
      subjectId: runId,
      sourceId: sources[0]?.sourceId,
      data: { attempt: run.attempt },
    });
    return { ...run, sources };
  });
}

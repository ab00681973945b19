import { and, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { runSources, runs } from "#drizzle/schema/schema";
import { inTransaction, reader } from "#lib/db/store";
import { ignoreConflict } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { loseCalls } from "#lib/runs/keep-call";
import { moveRun } from "#lib/runs/move-run";

/** A run that was taken up this often and lost each time probably takes its worker down with it. */
const MAX_LOST = 3;
const OVERDUE_MS = 30_000;
const BATCH = 100;

/**
 * Finds runs whose worker died, and queues them again or fails them visibly; sends again what is due and was
 * never picked up. Safe to run in several processes at once.
 */
export async function sweepRuns(ports: Ports): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  await loseCalls(ctx);
  for (const run of await listLost(ctx)) await resume(ctx, run).catch(ignoreConflict);
  const overdue = await listOverdue(ctx);
  for (const run of overdue)
    await inTransaction(ctx.store, (tx) => ctx.queue.send(tx, { kind: "run", id: run.id }));
}

/** For the one process of an embedded database, at its start: whoever held a run before is gone. One that was given back stays so. */
export async function expireLeases(ports: Ports): Promise<void> {
  await reader(ports.store)
    .update(runs)
    .set({ leaseUntil: sql`to_timestamp(0)` })
    .where(and(inArray(runs.state, ["writing", "checking"]), isNotNull(runs.leaseUntil)));
}

function listLost(ctx: Ctx) {
  return reader(ctx.store)
    .select({
      id: runs.id,
      attempt: runs.attempt,
      losses: runs.losses,
      leaseUntil: runs.leaseUntil,
      sourceId: runSources.sourceId,
    })
    .from(runs)
    .innerJoin(runSources, eq(runSources.runId, runs.id))
    .where(
      and(
        inArray(runs.state, ["writing", "checking"]),
        or(isNull(runs.leaseUntil), lt(runs.leaseUntil, ctx.now())),
      ),
    )
    .limit(BATCH);
}

function listOverdue(ctx: Ctx) {
  const since = new Date(ctx.now().getTime() - OVERDUE_MS);
  return reader(ctx.store)
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.state, "queued"), lt(runs.dueAt, since)))
    .limit(BATCH);
}

type LostRun = { id: string; attempt: number; losses: number; leaseUntil: Date | null; sourceId: string };

function resume(ctx: Ctx, { id, attempt, losses: before, leaseUntil, sourceId }: LostRun): Promise<void> {
  const losses = leaseUntil ? before + 1 : before;
  const fence = { id, attempt, from: ["writing", "checking"] as ("writing" | "checking")[] };
  return transact(ctx, async ({ tx, record, enqueue }) => {
    if (losses >= MAX_LOST) {
      const error = {
        kind: "interrupted",
        sentence: `The worker stopped ${losses} times while writing this draft. The source is stored. Try again, or write it with the rules.`,
      };
      await moveRun(tx, fence, "failed", { error, losses, endedAt: ctx.now(), leaseUntil: null });
      record({ kind: "run.failed", subjectId: id, sourceId, data: { kind: error.kind } });
      return;
    }
    await moveRun(tx, fence, "queued", { losses, dueAt: ctx.now(), leaseUntil: null });
    record({ kind: "run.resumed", subjectId: id, sourceId, data: { attempt } });
    enqueue({ kind: "run", id });
  });
}

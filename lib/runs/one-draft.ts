import { and, eq, inArray, ne } from "drizzle-orm";
import { draftSources, drafts, runSources, runs, sources } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import { STATES_OF } from "#lib/runs/schema";

/**
 * Holds a source until the transaction ends, so that no two runs on it begin at once. `conflict` while one goes on,
 * other than `runId`, or a draft of it waits: two drafts of the same would be decided twice.
 */
export async function refuseSecondDraft(
  tx: Tx,
  { sourceId, runId }: { sourceId: string; runId?: string },
): Promise<void> {
  await refuseSecondRun(tx, { sourceId, runId });
  await refuseWhileWaiting(tx, sourceId);
}

/** The same for a run that writes a draft again that waits: `conflict` only while another one goes on. */
export async function refuseSecondRun(
  tx: Tx,
  { sourceId, runId }: { sourceId: string; runId?: string },
): Promise<void> {
  await tx.select({ id: sources.id }).from(sources).where(eq(sources.id, sourceId)).for("update");
  const [running] = await tx
    .select({ id: runs.id })
    .from(runs)
    .innerJoin(runSources, eq(runSources.runId, runs.id))
    .where(
      and(
        eq(runSources.sourceId, sourceId),
        inArray(runs.state, STATES_OF.going),
        runId ? ne(runs.id, runId) : undefined,
      ),
    )
    .limit(1);
  if (running)
    throw new AppError("conflict", "A run on this source is going on already.", { runId: running.id });
}

async function refuseWhileWaiting(tx: Tx, sourceId: string): Promise<void> {
  const [waiting] = await tx
    .select({ id: drafts.id })
    .from(drafts)
    .innerJoin(draftSources, eq(draftSources.draftId, drafts.id))
    .where(and(eq(draftSources.sourceId, sourceId), eq(drafts.state, "pending")))
    .limit(1);
  if (waiting)
    throw new AppError("conflict", "A draft of this source waits for a decision already.", {
      draftId: waiting.id,
    });
}

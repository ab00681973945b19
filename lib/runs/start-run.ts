import { and, eq, isNull } from "drizzle-orm";
import { sources } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { refuseSecondDraft } from "#lib/runs/one-draft";
import { canSteerRun } from "#lib/runs/policy";
import { queueRun } from "#lib/runs/queue-run";
import { StartRun } from "#lib/runs/schema";
import { visibleSource } from "#lib/sources/visibility";
import { getWorkflow, pastedWorkflows } from "#lib/workflows/registry";

/**
 * Asks for another draft of a source, and returns the id of the run. Its author, leaders and admins may. `conflict`
 * while a run on it goes on or a draft of it waits.
 */
export async function startRun(ctx: UserCtx, input: StartRun): Promise<string> {
  const { sourceId, writer } = StartRun.parse(input);
  return transact(ctx, async (work) => {
    const source = await lockSource(ctx, work.tx, sourceId);
    if (!canSteerRun(ctx.actor, { requestedBy: source.authorId }))
      throw new AppError("forbidden", "The author of this source, a leader or an admin can run it again.");
    await refuseSecondDraft(work.tx, { sourceId });
    const workflow = getWorkflow(source.workflow);
    if (!pastedWorkflows.includes(workflow))
      throw new AppError("invalid", "Ask for a follow-up on the lead’s page.");
    return queueRun(ctx, work, {
      workflow,
      sources: [{ sourceId, version: source.version }],
      requestedBy: ctx.actor.id,
      writer,
    });
  });
}

async function lockSource(ctx: UserCtx, tx: Tx, sourceId: string) {
  const [source] = await tx
    .select({ authorId: sources.authorId, workflow: sources.workflow, version: sources.currentVersion })
    .from(sources)
    .where(and(eq(sources.id, sourceId), isNull(sources.deletedAt), visibleSource(ctx.actor)))
    .for("update");
  if (!source) throw new AppError("not_found", "There is no such source, or it is not shared with you.");
  return source;
}

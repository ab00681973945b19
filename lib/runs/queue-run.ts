import type { WriterName } from "#drizzle/schema/runs";
import { runSources, runs } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import type { UserCtx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { writerOf } from "#lib/runs/writer";
import type { Workflow } from "#lib/workflows/define";

/** Adds a run of a workflow on a source to the caller's transaction, and returns its id. */
export async function queueRun(
  ctx: UserCtx,
  work: Work,
  on: { workflow: Workflow; sourceId: string; version: number; writer?: WriterName },
): Promise<string> {
  const id = newId("run", ctx.now());
  const writer = writerOf(on.workflow, ctx.llm, on.writer);
  await work.tx.insert(runs).values({
    id,
    workflow: on.workflow.key,
    ...writer,
    state: "queued",
    dueAt: ctx.now(),
    requestedBy: ctx.actor.id,
    createdAt: ctx.now(),
  });
  await work.tx.insert(runSources).values({ runId: id, sourceId: on.sourceId, version: on.version });
  work.record({
    kind: "run.queued",
    subjectId: id,
    sourceId: on.sourceId,
    data: { workflow: on.workflow.key, writer: writer.writer },
  });
  work.enqueue({ kind: "run", id });
  return id;
}

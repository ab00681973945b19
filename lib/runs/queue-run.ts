import type { WriterName } from "#drizzle/schema/runs";
import { runSources, runs } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { writerOf } from "#lib/runs/writer";
import type { Occasion, Workflow } from "#lib/workflows/define";

export type RunToQueue = {
  workflow: Workflow;
  /** What it reads, at which versions; the first is what it is made for. */
  sources: [SourceRef, ...SourceRef[]];
  requestedBy: string;
  writer?: WriterName | undefined;
  /** Whom a follow-up is to. */
  lead?: { id: string; occasion: Occasion } | undefined;
};
export type SourceRef = { sourceId: string; version: number };

/** Adds a run of a workflow on sources to the caller's transaction, and returns its id. */
export async function queueRun(ctx: Ctx, work: Work, toQueue: RunToQueue): Promise<string> {
  const { workflow, sources, requestedBy, lead } = toQueue;
  const id = newId("run", ctx.now());
  const writer = writerOf(workflow, ctx.llm, toQueue.writer);
  await work.tx.insert(runs).values({
    id,
    workflow: workflow.key,
    ...writer,
    state: "queued",
    dueAt: ctx.now(),
    requestedBy,
    leadId: lead?.id,
    occasion: lead?.occasion,
    createdAt: ctx.now(),
  });
  await work.tx
    .insert(runSources)
    .values(sources.map((source, position) => ({ runId: id, ...source, position })));
  work.record({
    kind: "run.queued",
    subjectId: id,
    sourceId: sources[0].sourceId,
    data: { workflow: workflow.key, writer: writer.writer },
  });
  work.enqueue({ kind: "run", id });
  return id;
}

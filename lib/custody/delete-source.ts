import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { RecordsFate } from "#drizzle/schema/retention";
import { runSources, runs, sourceAttendees, sources, sourceVersions } from "#drizzle/schema/schema";
import { deleteDraft } from "#lib/custody/delete-draft";
import { findKeptSource, lockDraftsOf } from "#lib/custody/find-source";
import { listTexts } from "#lib/custody/find-words";
import { forgetAnswers } from "#lib/custody/forget-answers";
import { forgetSaid } from "#lib/custody/redact-blockers";
import { forgetCarried, lockCarrying } from "#lib/custody/redact-carried";
import { lockFacts, redactFacts } from "#lib/custody/redact-facts";
import { DeleteSource } from "#lib/custody/schema";
import { forgetSeries } from "#lib/custody/series-name";
import type { Ctx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { statesBefore } from "#lib/events/transitions";
import { RUN_TRANSITIONS } from "#lib/runs/states";

/** What lists call a source whose text and title are gone. */
export const DELETED_TITLE = "Deleted source";

/**
 * Deletes a source with everything written from it: texts, attendees, drafts with their revisions and evidence, and
 * the records unless they are kept. What stays is that it was there, who could see it, what its runs cost, and the
 * log. `conflict` while something made from it is leaving.
 */
export async function deleteSource(ctx: Ctx, input: DeleteSource): Promise<{ drafts: number }> {
  const { sourceId, records } = DeleteSource.parse(input);
  return transact(ctx, async (work) => {
    const source = await findKeptSource(ctx, work.tx, sourceId);
    return { drafts: await forgetSource(ctx, work, source, records) };
  });
}

/** The same in the caller's transaction, of a source that is locked in it. Returns how many drafts went with it. */
export async function forgetSource(
  ctx: Ctx,
  work: Work,
  source: typeof sources.$inferSelect,
  records: RecordsFate,
): Promise<number> {
  const { tx, record } = work;
  const sourceId = source.id;
  const facts = await lockFacts(tx, source, await listTexts(tx, sourceId));
  await stopRuns(ctx, work, sourceId);
  await forgetAnswers(tx, sourceId);
  const written = await lockDraftsOf(tx, sourceId);
  if (records === "drop") {
    const carrying = await lockCarrying(
      tx,
      written.map(({ id }) => id),
    );
    await forgetCarried(work, carrying);
  }
  for (const draft of written) await deleteDraft(ctx, work, draft, records);
  await redactFacts(ctx, work, facts, { words: null, points: "drop" });
  await forgetSaid(tx, sourceId, records);
  await tx.delete(sourceVersions).where(eq(sourceVersions.sourceId, sourceId));
  await forgetAttendees(tx, sourceId);
  if (records === "drop") await forgetSeries(work, source);
  await tx
    .update(sources)
    .set({
      title: DELETED_TITLE,
      provenance: { via: source.provenance.via, format: source.provenance.format },
      // So that the same text can be brought in again.
      contentHash: `deleted:${sourceId}`,
      deletedAt: ctx.now(),
      deletedBy: ctx.actor.kind === "user" ? ctx.actor.id : null,
    })
    .where(eq(sources.id, sourceId));
  record({
    kind: "source.deleted",
    subjectId: sourceId,
    sourceId,
    data: { drafts: written.length, records },
  });
  return written.length;
}

async function stopRuns(ctx: Ctx, { tx, record }: Work, sourceId: string): Promise<void> {
  const of = tx.select({ id: runSources.runId }).from(runSources).where(eq(runSources.sourceId, sourceId));
  const stopped = await tx
    .update(runs)
    .set({
      state: "cancelled",
      // A run that is held has ended before.
      endedAt: sql`coalesce(${runs.endedAt}, ${ctx.now().toISOString()}::timestamptz)`,
      leaseUntil: null,
    })
    .where(and(inArray(runs.id, of), inArray(runs.state, statesBefore(RUN_TRANSITIONS, "cancelled"))))
    .returning({ id: runs.id });
  for (const { id } of stopped) record({ kind: "run.cancelled", subjectId: id, sourceId, data: {} });
}

/** Who is on the roster stays by id, because records that are kept are seen by whom the source was. */
async function forgetAttendees(tx: Work["tx"], sourceId: string): Promise<void> {
  const of = eq(sourceAttendees.sourceId, sourceId);
  await tx.delete(sourceAttendees).where(and(of, isNull(sourceAttendees.userId)));
  await tx.update(sourceAttendees).set({ name: "" }).where(of);
}

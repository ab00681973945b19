import { and, eq, inArray } from "drizzle-orm";
import { runSources, runs, sourceAttendees, sources, sourceVersions } from "#drizzle/schema/schema";
import { findKeptSource, lockDraftsOf } from "#lib/custody/find-source";
import { mask, placesOf, type Span } from "#lib/custody/mask";
import { redactDraft } from "#lib/custody/redact-draft";
import { RedactSource } from "#lib/custody/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { contentHashOf } from "#lib/sources/content-hash";

/**
 * Blacks words out of a source wherever they stand, in every version, its title, and everything written from it;
 * with `points: "drop"` what was written from their sentences goes as well, with its records. Offsets of evidence
 * stay right, since a text keeps its length. `invalid` where the words are not there.
 */
export async function redactSource(
  ctx: UserCtx,
  input: RedactSource,
): Promise<{ places: number; points: number }> {
  const { sourceId, words, points } = RedactSource.parse(input);
  return transact(ctx, async (work) => {
    const { tx, record } = work;
    const source = await findKeptSource(ctx, tx, sourceId);
    const spans = await redactVersions(tx, sourceId, words);
    const places = [...spans.values()].flat().length;
    if (places === 0 && !source.title.includes(words)) {
      throw new AppError(
        "invalid",
        "These words don’t stand in the source. Copy them exactly as it has them.",
      );
    }
    await restartRuns(ctx, work, sourceId);
    await tx
      .update(sources)
      .set({ title: mask(source.title, words), contentHash: `redacted:${sourceId}` })
      .where(eq(sources.id, sourceId));
    await redactAttendees(tx, sourceId, words);
    let gone = 0;
    for (const draft of await lockDraftsOf(tx, sourceId)) {
      gone += await redactDraft(ctx, work, { draft, sourceId, spans, words, points });
    }
    record({ kind: "source.redacted", subjectId: sourceId, sourceId, data: { places, points: gone } });
    return { places, points: gone };
  });
}

/** Where the words stood, by version. */
async function redactVersions(tx: Work["tx"], sourceId: string, words: string): Promise<Map<number, Span[]>> {
  const versions = await tx
    .select({ version: sourceVersions.version, text: sourceVersions.text })
    .from(sourceVersions)
    .where(eq(sourceVersions.sourceId, sourceId));
  for (const { version, text } of versions) {
    const masked = mask(text, words);
    await tx
      .update(sourceVersions)
      // The file as it came may have the words in another form, so it goes.
      .set({ text: masked, original: null, hash: contentHashOf(masked) })
      .where(and(eq(sourceVersions.sourceId, sourceId), eq(sourceVersions.version, version)));
  }
  return new Map(versions.map(({ version, text }) => [version, placesOf(words, text)]));
}

/** Who is on the roster is named by the roster; only how the notes call them is changed. */
async function redactAttendees(tx: Work["tx"], sourceId: string, words: string): Promise<void> {
  const named = await tx.select().from(sourceAttendees).where(eq(sourceAttendees.sourceId, sourceId));
  for (const { position, name } of named.filter((one) => one.name.includes(words))) {
    await tx
      .update(sourceAttendees)
      .set({ name: mask(name, words) })
      .where(and(eq(sourceAttendees.sourceId, sourceId), eq(sourceAttendees.position, position)));
  }
}

/** A run that has read the words begins again on what is left. */
async function restartRuns(ctx: UserCtx, { tx, record, enqueue }: Work, sourceId: string): Promise<void> {
  const of = tx.select({ id: runSources.runId }).from(runSources).where(eq(runSources.sourceId, sourceId));
  const again = await tx
    .update(runs)
    .set({ state: "queued", dueAt: ctx.now(), leaseUntil: null })
    .where(and(inArray(runs.id, of), inArray(runs.state, ["writing", "checking"])))
    .returning({ id: runs.id });
  for (const { id } of again) {
    record({ kind: "run.retried", subjectId: id, sourceId, data: {} });
    enqueue({ kind: "run", id });
  }
}

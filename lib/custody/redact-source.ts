import { and, eq } from "drizzle-orm";
import { sourceAttendees, sources, sourceVersions } from "#drizzle/schema/schema";
import type { Provenance } from "#drizzle/schema/sources";
import { findKeptSource, lockDraftsOf } from "#lib/custody/find-source";
import { findWords, listTexts, type VersionText } from "#lib/custody/find-words";
import { forgetAnswers } from "#lib/custody/forget-answers";
import { holds, mask, maskOr } from "#lib/custody/mask";
import { redactBlockers } from "#lib/custody/redact-blockers";
import { lockCarrying, redactCarried } from "#lib/custody/redact-carried";
import { redactDraft } from "#lib/custody/redact-draft";
import { lockFacts, redactFacts } from "#lib/custody/redact-facts";
import { restartRuns } from "#lib/custody/restart-runs";
import { RedactSource } from "#lib/custody/schema";
import { redactSeriesName } from "#lib/custody/series-name";
import type { UserCtx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { contentHashOf } from "#lib/sources/content-hash";

/**
 * Blacks words out of a source wherever they stand, in every version, its title, the names of its file and its series, and
 * everything written from it; with `points: "drop"` what was written from their sentences goes as well, with its records. Offsets
 * of evidence stay right, since a text keeps its length. `invalid` where the words are not there.
 */
export async function redactSource(
  ctx: UserCtx,
  input: RedactSource,
): Promise<{ places: number; points: number }> {
  const { sourceId, words, points } = RedactSource.parse(input);
  return transact(ctx, async (work) => {
    const { tx, record } = work;
    const source = await findKeptSource(ctx, tx, sourceId);
    const texts = await listTexts(tx, sourceId);
    const { spans, places } = findWords(source, texts, words);
    const facts = await lockFacts(tx, source, texts);
    await redactTexts(tx, sourceId, texts, words);
    await restartRuns(ctx, work, sourceId);
    await forgetAnswers(tx, sourceId);
    await tx
      .update(sources)
      .set({
        title: mask(source.title, words),
        provenance: maskFileName(source.provenance, words),
        contentHash: `redacted:${sourceId}`,
      })
      .where(eq(sources.id, sourceId));
    await redactAttendees(tx, sourceId, words);
    await redactSeriesName(work, source, words);
    let gone = 0;
    const written = await lockDraftsOf(tx, sourceId);
    const carrying = await lockCarrying(
      tx,
      written.map(({ id }) => id),
    );
    for (const draft of written) {
      gone += await redactDraft(ctx, work, { draft, sourceId, spans, words, points });
    }
    await redactCarried(ctx, work, carrying, words);
    await redactFacts(ctx, work, facts, { words, points });
    await redactBlockers(tx, { sourceId, words, spans, points });
    record({ kind: "source.redacted", subjectId: sourceId, sourceId, data: { places, points: gone } });
    return { places, points: gone };
  });
}

async function redactTexts(
  tx: Work["tx"],
  sourceId: string,
  texts: VersionText[],
  words: string,
): Promise<void> {
  for (const { version, text, reason } of texts) {
    const masked = mask(text, words);
    await tx
      .update(sourceVersions)
      // The file as it came may have the words in another form, so it goes.
      .set({ text: masked, original: null, hash: contentHashOf(masked), reason: maskOr(reason, words) })
      .where(and(eq(sourceVersions.sourceId, sourceId), eq(sourceVersions.version, version)));
  }
}

function maskFileName({ fileName, ...came }: Provenance, words: string): Provenance {
  return fileName === undefined ? came : { ...came, fileName: mask(fileName, words) };
}

/** Who is on the roster is named by the roster; only how the notes call them is changed. */
async function redactAttendees(tx: Work["tx"], sourceId: string, words: string): Promise<void> {
  const named = await tx.select().from(sourceAttendees).where(eq(sourceAttendees.sourceId, sourceId));
  for (const { position, name } of named.filter((one) => holds(one.name, words))) {
    await tx
      .update(sourceAttendees)
      .set({ name: mask(name, words) })
      .where(and(eq(sourceAttendees.sourceId, sourceId), eq(sourceAttendees.position, position)));
  }
}

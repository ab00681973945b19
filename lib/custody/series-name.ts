import { and, eq, ne, notExists, sql } from "drizzle-orm";
import { series, sources } from "#drizzle/schema/schema";
import { holds, mask } from "#lib/custody/mask";
import type { Work } from "#lib/events/transact";

type Held = { id: string; seriesId: string | null };

/** Takes words out of the name of the series that a source is in. */
export async function redactSeriesName({ tx, record }: Work, source: Held, words: string): Promise<void> {
  if (!source.seriesId) return;
  const [held] = await tx.select().from(series).where(eq(series.id, source.seriesId)).for("update");
  if (!held || !holds(held.name, words)) return;
  await tx
    .update(series)
    .set({ name: mask(held.name, words), version: sql`${series.version} + 1` })
    .where(eq(series.id, held.id));
  record({ kind: "series.renamed", subjectId: held.id, sourceId: source.id, data: {} });
}

/** Lets a source go from its series, and the series with it where it was the last one of it. */
export async function forgetSeries({ tx }: Work, { id, seriesId }: Held): Promise<void> {
  if (!seriesId) return;
  await tx.update(sources).set({ seriesId: null }).where(eq(sources.id, id));
  const others = tx
    .select({ id: sources.id })
    .from(sources)
    .where(and(eq(sources.seriesId, seriesId), ne(sources.id, id)));
  await tx.delete(series).where(and(eq(series.id, seriesId), notExists(others)));
}

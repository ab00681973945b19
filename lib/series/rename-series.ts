import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { series, sources } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { findSeriesNamed } from "#lib/series/choose-series";
import { canRenameSeries } from "#lib/series/policy";
import { RenameSeries } from "#lib/series/schema";
import { visibleSource } from "#lib/sources/visibility";

/**
 * Gives a series another name. `not_found`, `forbidden`, `invalid` for the name of another series, and `conflict` where
 * somebody renamed it since.
 */
export async function renameSeries(ctx: UserCtx, input: RenameSeries): Promise<void> {
  const { seriesId, version, name } = RenameSeries.parse(input);
  return transact(ctx, async ({ tx, record }) => {
    const found = await findVisibleSeries(ctx, tx, seriesId);
    if (!canRenameSeries(ctx.actor, found))
      throw new AppError("forbidden", "Who made this series, a leader or an admin can rename it.");
    const namesake = await findSeriesNamed(ctx, tx, name, found.workflow);
    if (namesake && namesake !== seriesId)
      throw new AppError("invalid", `There is a series “${name}” already. Choose another name.`);
    const [row] = await tx
      .update(series)
      .set({ name, version: sql`${series.version} + 1` })
      .where(and(eq(series.id, seriesId), eq(series.version, version)))
      .returning({ id: series.id });
    if (!row)
      throw new AppError("conflict", `This series was renamed “${found.name}” before you. Look at it again.`);
    record({ kind: "series.renamed", subjectId: seriesId, sourceId: found.sourceId, data: {} });
  });
}

/** A series of which the actor sees a meeting, with the last one; `not_found` otherwise. */
async function findVisibleSeries(ctx: UserCtx, tx: Tx, seriesId: string) {
  const [row] = await tx
    .select({
      name: series.name,
      workflow: series.workflow,
      createdBy: series.createdBy,
      sourceId: sources.id,
    })
    .from(series)
    .innerJoin(sources, eq(sources.seriesId, series.id))
    .where(and(eq(series.id, seriesId), isNull(sources.deletedAt), visibleSource(ctx.actor)))
    .orderBy(desc(sources.heldOn), desc(sources.id))
    .limit(1);
  if (!row) throw new AppError("not_found", "There is no such series, or none of it is shared with you.");
  return row;
}

import { and, eq, isNull } from "drizzle-orm";
import { series, sources } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { chooseSeries } from "#lib/series/choose-series";
import { canMoveSource } from "#lib/series/policy";
import { MoveSource } from "#lib/series/schema";
import { visibleSource } from "#lib/sources/visibility";

/**
 * Puts a meeting into a series by its name, which begins one where there is none, or into none. `conflict` where somebody
 * moved it since. What was approved stays as it is; the next draft follows the new series.
 */
export async function moveSource(ctx: UserCtx, input: MoveSource): Promise<{ seriesId: string | null }> {
  const { sourceId, from, to } = MoveSource.parse(input);
  return transact(ctx, async (work) => {
    const { tx, record } = work;
    const source = await findVisible(ctx, tx, sourceId);
    if (!canMoveSource(ctx.actor, source))
      throw new AppError("forbidden", "Who stored this meeting, a leader or an admin can move it.");
    const { workflow } = source;
    const seriesId = to === null ? null : await chooseSeries(ctx, work, { name: to, workflow, sourceId });
    if (seriesId === from && source.seriesId === from)
      throw new AppError("invalid", "It is there already. Choose another series, or none.");
    const [row] = await tx
      .update(sources)
      .set({ seriesId })
      .where(
        and(eq(sources.id, sourceId), from === null ? isNull(sources.seriesId) : eq(sources.seriesId, from)),
      )
      .returning({ id: sources.id });
    if (!row) throw await lostRace(tx, sourceId);
    record({ kind: "source.moved", subjectId: sourceId, sourceId, data: { from, to: seriesId } });
    return { seriesId };
  });
}

async function findVisible(ctx: UserCtx, tx: Tx, sourceId: string) {
  const [source] = await tx
    .select()
    .from(sources)
    .where(and(eq(sources.id, sourceId), isNull(sources.deletedAt), visibleSource(ctx.actor)));
  if (!source) throw new AppError("not_found", "There is no such source, or it is not shared with you.");
  return source;
}

// Whoever sees the meeting sees the series it is in, and so its name.
async function lostRace(tx: Tx, sourceId: string): Promise<AppError> {
  const [now] = await tx
    .select({ name: series.name })
    .from(sources)
    .innerJoin(series, eq(series.id, sources.seriesId))
    .where(eq(sources.id, sourceId));
  const where = now ? `into “${now.name}”` : "out of its series";
  return new AppError("conflict", `Somebody moved it ${where} before you. Look at it again.`);
}

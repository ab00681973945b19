import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { series, sources } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import type { Tx } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { nameKey } from "#lib/format/series-name";
import { visibleSource } from "#lib/sources/visibility";

/** Any number, as long as each version of Countersign uses the same one. */
const SAME_NAME_LOCK = 7_319_405;

type Wanted = { name: string; workflow: string; sourceId: string };

/**
 * The id of the series of that name among those the actor sees, or of a new one, in the caller's transaction. A series
 * of the same name that they don't see stays unknown to them: theirs is another one.
 */
export async function chooseSeries(ctx: UserCtx, work: Work, wanted: Wanted): Promise<string> {
  const { name, workflow, sourceId } = wanted;
  const { tx, record } = work;
  // Of two people who begin the same series at once, the second waits here and then finds the first one's.
  await tx.execute(sql`select pg_advisory_xact_lock(${SAME_NAME_LOCK}, hashtext(${nameKey(name)}))`);
  const found = await findSeriesNamed(ctx, tx, name, workflow);
  if (found) return found;
  const id = newId("ser", ctx.now());
  await tx.insert(series).values({ id, workflow, name, createdBy: ctx.actor.id, createdAt: ctx.now() });
  record({ kind: "series.made", subjectId: id, sourceId, data: {} });
  return id;
}

/** The series of a name that the actor sees, whatever its case; the one that last met where there are several. */
export async function findSeriesNamed(
  ctx: UserCtx,
  tx: Tx,
  name: string,
  workflow: string,
): Promise<string | undefined> {
  const rows = await tx
    .select({ id: series.id, name: series.name })
    .from(series)
    .innerJoin(sources, eq(sources.seriesId, series.id))
    .where(and(eq(series.workflow, workflow), isNull(sources.deletedAt), visibleSource(ctx.actor)))
    .orderBy(desc(sources.heldOn), desc(series.id));
  return rows.find((row) => nameKey(row.name) === nameKey(name))?.id;
}

import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { DraftState } from "#drizzle/schema/drafts";
import { series, sources } from "#drizzle/schema/schema";
import { decodeCursor } from "#lib/db/cursor";
import { brokenLink, PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { isDay } from "#lib/format/dates";
import { readSteps, type Step } from "#lib/series/next-steps";
import { canMoveSource, canRenameSeries } from "#lib/series/policy";
import { SeriesFilter } from "#lib/series/schema";
import { visibleSource } from "#lib/sources/visibility";

/** A series as lists show it, counted over what the actor sees. `lastHeldOn` is YYYY-MM-DD. */
export type ListedSeries = { id: string; name: string; meetings: number; lastHeldOn: string } & Step;

/** A meeting of a series. `draft` is what was last written from it. */
export type SeriesMeeting = {
  sourceId: string;
  title: string;
  heldOn: string;
  draft: { id: string; state: DraftState } | null;
  mayMove: boolean;
};

/** A series with its meetings, the last held first. */
export type SeriesInFull = {
  id: string;
  name: string;
  version: number;
  mayRename: boolean;
  meetings: SeriesMeeting[];
};

const lastHeldOn = sql<string>`max(${sources.heldOn})::text`;
const lastTitle = sql<string>`(array_agg(${sources.title} order by ${sources.heldOn} desc))[1]`;
const MOST_MEETINGS = 200;
const MOST_NAMES = 200;

/** The series of which the actor sees a meeting, the last that met first. */
export async function listSeries(ctx: UserCtx, filter: SeriesFilter = {}): Promise<Page<ListedSeries>> {
  const { cursor } = SeriesFilter.parse(filter);
  const rows = await reader(ctx.store)
    .select({
      id: series.id,
      name: series.name,
      meetings: sql<number>`count(*)::int`,
      lastHeldOn: lastHeldOn.as("last_held_on"),
    })
    .from(series)
    .innerJoin(sources, eq(sources.seriesId, series.id))
    .where(and(isNull(sources.deletedAt), visibleSource(ctx.actor)))
    .groupBy(series.id)
    .having(metBefore(cursor))
    .orderBy(desc(lastHeldOn), desc(series.id))
    .limit(PAGE_ROWS + 1);
  const page = toPage(rows, (last) => [last.lastHeldOn, last.id]);
  const steps = await readSteps(
    ctx,
    page.rows.map(({ id }) => id),
  );
  return { ...page, rows: page.rows.map((row) => ({ ...row, ...steps(row.id) })) };
}

/** A series one may choose, by its name, with the title of the last meeting of it that one sees. */
export type KnownSeries = { id: string; name: string; lastTitle: string };

/** The series one may choose from, the last that met first, at most 200. */
export async function listSeriesNames(ctx: UserCtx): Promise<KnownSeries[]> {
  const rows = await reader(ctx.store)
    .select({ id: series.id, name: series.name, lastTitle })
    .from(series)
    .innerJoin(sources, eq(sources.seriesId, series.id))
    .where(and(isNull(sources.deletedAt), visibleSource(ctx.actor)))
    .groupBy(series.id)
    .orderBy(desc(lastHeldOn), desc(series.id))
    .limit(MOST_NAMES);
  return [...new Map(rows.toReversed().map((row) => [row.name, row])).values()].toReversed();
}

/** The series a meeting is in, for whoever sees the meeting; null where it is in none. */
export async function findSeriesOf(
  ctx: UserCtx,
  sourceId: string,
): Promise<{ id: string; name: string } | null> {
  const [row] = await reader(ctx.store)
    .select({ id: series.id, name: series.name })
    .from(sources)
    .innerJoin(series, eq(series.id, sources.seriesId))
    .where(and(eq(sources.id, sourceId), isNull(sources.deletedAt), visibleSource(ctx.actor)));
  return row ?? null;
}

/** One series with the meetings the actor sees, at most 200; `not_found` where there is none. */
export async function getSeries(ctx: UserCtx, seriesId: string): Promise<SeriesInFull> {
  const db = reader(ctx.store);
  const [[row], meetings] = await Promise.all([
    db.select().from(series).where(eq(series.id, seriesId)),
    db
      .select({
        sourceId: sources.id,
        title: sources.title,
        heldOn: sources.heldOn,
        authorId: sources.authorId,
        keeperId: sources.keeperId,
        draft: lastDraft,
      })
      .from(sources)
      .where(and(eq(sources.seriesId, seriesId), isNull(sources.deletedAt), visibleSource(ctx.actor)))
      .orderBy(desc(sources.heldOn), desc(sources.createdAt), asc(sources.id))
      .limit(MOST_MEETINGS),
  ]);
  if (!row || meetings.length === 0)
    throw new AppError("not_found", "There is no such series, or none of it is shared with you.");
  const { id, name, version } = row;
  return {
    id,
    name,
    version,
    mayRename: canRenameSeries(ctx.actor, row),
    meetings: meetings.map(({ authorId, keeperId, ...meeting }) => ({
      ...meeting,
      mayMove: canMoveSource(ctx.actor, { authorId, keeperId }),
    })),
  };
}

const lastDraft = sql<
  SeriesMeeting["draft"]
>`(select json_build_object('id', written.id, 'state', written.state)
  from draft_sources behind join drafts written on written.id = behind.draft_id
  where behind.source_id = sources.id order by written.created_at desc, written.id desc limit 1)`;

function metBefore(cursor: string | undefined): SQL | undefined {
  if (!cursor) return undefined;
  const [day, id] = decodeCursor(cursor, 2);
  if (!day || !id || !isDay(day)) throw brokenLink();
  return sql`(max(${sources.heldOn}), ${series.id}) < (${day}::date, ${id})`;
}

import { and, desc, eq, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { BlockerState } from "#drizzle/schema/blockers";
import {
  blockerSayings,
  blockers,
  sources,
  sourceVersions,
  standupUpdates,
  teams,
} from "#drizzle/schema/schema";
import { findPersonAway } from "#lib/calendar/queries";
import { decodeCursor } from "#lib/db/cursor";
import { brokenLink, type Page, toPage } from "#lib/db/page";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserActor, UserCtx } from "#lib/events/context";
import { type Day, isDay } from "#lib/format/dates";
import { visibleBlocker, visibleSource } from "#lib/sources/visibility";
import { canSeeHistory } from "#lib/standups/policy";
import { HistoryOf } from "#lib/standups/schema";

/** What was in somebody's way, in the words of that day. */
export type SaidBlocker = { id: string; quote: string; state: BlockerState; days: number };

/** What somebody said at one stand-up. `text` is cut to its first 1,000 characters. */
export type PastUpdate = {
  id: string;
  day: Day;
  team: string;
  sourceId: string;
  text: string;
  cut: boolean;
  late: boolean;
  blockers: SaidBlocker[];
};

export type History = Page<PastUpdate> & { person: { id: string; name: string } };

const ROWS = 20;
const LONGEST = 1000;

/**
 * What somebody said at stand-ups, the newest first: to themself all of it, to the lead of a team they are in what they
 * said to that team. `not_found` for everybody else, leaders and admins among them.
 */
export async function getHistory(ctx: UserCtx, input: HistoryOf): Promise<History> {
  const { userId, cursor } = HistoryOf.parse(input);
  const db = reader(ctx.store);
  const { leadIds, ...person } = await findPersonAway(db, userId);
  if (!canSeeHistory(ctx.actor, { id: userId, leadIds }))
    throw new AppError("not_found", "There is no such history, or it is not yours to see.");
  const rows = await db
    .select({
      id: standupUpdates.id,
      day: standupUpdates.day,
      teamId: standupUpdates.teamId,
      team: teams.name,
      sourceId: standupUpdates.sourceId,
      text: sql<string>`left(${sourceVersions.text}, ${LONGEST})`,
      cut: sql<boolean>`length(${sourceVersions.text}) > ${LONGEST}`,
      late: standupUpdates.late,
    })
    .from(standupUpdates)
    .innerJoin(teams, eq(teams.id, standupUpdates.teamId))
    .innerJoin(sources, and(eq(sources.id, standupUpdates.sourceId), isNull(sources.deletedAt)))
    .innerJoin(
      sourceVersions,
      and(eq(sourceVersions.sourceId, sources.id), eq(sourceVersions.version, sources.currentVersion)),
    )
    .where(
      and(
        eq(standupUpdates.userId, userId),
        ofTheirTeams(ctx.actor, userId),
        visibleSource(ctx.actor),
        before(cursor),
      ),
    )
    .orderBy(desc(standupUpdates.day), desc(standupUpdates.teamId))
    .limit(ROWS + 1);
  const page = toPage(rows, (last) => [last.day, last.teamId], ROWS);
  const said = await listSaid(
    ctx,
    userId,
    page.rows.map(({ sourceId }) => sourceId),
  );
  return {
    person: { id: person.id, name: person.name },
    next: page.next,
    rows: page.rows.map(({ teamId: _, ...row }) => ({ ...row, blockers: said.get(row.sourceId) ?? [] })),
  };
}

function ofTheirTeams(actor: UserActor, userId: string): SQL | undefined {
  if (actor.id === userId) return undefined;
  return sql`${standupUpdates.teamId} in (select id from teams where lead_id = ${actor.id})`;
}

async function listSaid(
  ctx: UserCtx,
  userId: string,
  sourceIds: string[],
): Promise<Map<string, SaidBlocker[]>> {
  if (sourceIds.length === 0) return new Map();
  const rows = await reader(ctx.store)
    .selectDistinctOn([blockerSayings.sourceId, blockerSayings.blockerId], {
      sourceId: blockerSayings.sourceId,
      id: blockers.id,
      quote: blockerSayings.quote,
      state: blockers.state,
      days: blockers.days,
    })
    .from(blockerSayings)
    .innerJoin(blockers, eq(blockers.id, blockerSayings.blockerId))
    .where(
      and(
        inArray(blockerSayings.sourceId, sourceIds),
        eq(blockers.personId, userId),
        ne(blockers.state, "dismissed"),
        visibleBlocker(ctx.actor),
      ),
    )
    .orderBy(blockerSayings.sourceId, blockerSayings.blockerId, blockerSayings.start);
  const bySource = Map.groupBy(rows, ({ sourceId }) => sourceId);
  return new Map([...bySource].map(([id, said]) => [id, said.map(({ sourceId: _, ...one }) => one)]));
}

function before(cursor: string | undefined): SQL | undefined {
  if (!cursor) return undefined;
  const [day, teamId] = decodeCursor(cursor, 2);
  if (!day || !teamId || !isDay(day)) throw brokenLink();
  return sql`(${standupUpdates.day}, ${standupUpdates.teamId}) < (${day}::date, ${teamId})`;
}

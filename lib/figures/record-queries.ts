import { and, asc, eq, gte, isNotNull, lt, or, type SQL, sql } from "drizzle-orm";
import { actions, teams } from "#drizzle/schema/schema";
import { countEach } from "#lib/db/count";
import { rowByRow } from "#lib/db/row-by-row";
import { type Database, reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { ofTeam } from "#lib/figures/people-of";
import { type Period, periodOf, spanOf } from "#lib/figures/period";
import { refuseFigures } from "#lib/figures/policy";
import { FigureFilter } from "#lib/figures/schema";
import { visibleDraft } from "#lib/sources/visibility";
import type { Calendar } from "#lib/users/calendar";

/** How many updates a team's stand-ups brought, of as many as were expected. */
export type Participation = { teamId: string; team: string; expected: number; wrote: number };

/** Actions that were opened and done in a period, and who wrote at stand-ups. */
export type RecordFigures = { opened: number; closed: number; standups: Participation[] };

/** More are not counted in a quarter. */
const MOST = 100_000;

/**
 * Actions of drafts the actor sees, and the actor's own; and stand-ups of every team, as numbers without a name.
 * `forbidden` for members and viewers.
 */
export async function getRecordFigures(
  ctx: UserCtx,
  filter: FigureFilter,
  { timeZone, today }: Calendar,
): Promise<RecordFigures> {
  refuseFigures(ctx.actor);
  const { period: kind, ago, teamId } = FigureFilter.parse(filter);
  const period = periodOf(kind, ago, today);
  const { from, until } = spanOf(period, timeZone);
  const seen = and(
    ofTeam(actions.ownerId, teamId),
    or(eq(actions.ownerId, ctx.actor.id), rowByRow(visibleDraft(ctx.actor, actions.draftId))),
  );
  const [counts, standups] = await Promise.all([
    countEach(ctx, {
      opened: {
        table: actions,
        where: and(gte(actions.createdAt, from), lt(actions.createdAt, until), seen),
        most: MOST,
      },
      closed: {
        table: actions,
        where: and(
          eq(actions.state, "done"),
          isNotNull(actions.closedAt),
          gte(actions.closedAt, from),
          lt(actions.closedAt, until),
          seen,
        ),
        most: MOST,
      },
    }),
    readParticipation(reader(ctx.store), period, teamId),
  ]);
  return { ...counts, standups };
}

/**
 * Of each member of a team and each stand-up that was held whether they wrote. Not expected is who only reads, has left,
 * does not work that weekday, was away, or had a holiday.
 */
async function readParticipation(
  db: Database,
  { from, to }: Period,
  teamId: string | undefined,
): Promise<Participation[]> {
  const rows = await db
    .select({
      teamId: teams.id,
      team: teams.name,
      expected: sql<number>`held.expected`.mapWith(Number),
      wrote: sql<number>`held.wrote`.mapWith(Number),
    })
    .from(teams)
    .innerJoin(sql`(${heldBetween(from, to)}) as held`, sql`held.team_id = ${teams.id}`)
    .where(teamId === undefined ? undefined : eq(teams.id, teamId))
    .orderBy(asc(teams.name));
  return rows;
}

function heldBetween(from: string, to: string): SQL {
  return sql`select days.team_id, count(*) as expected, count(updates.id) as wrote
    from standup_days days
    join team_members members on members.team_id = days.team_id
    join users people on people.id = members.user_id and people.deactivated_at is null and people.role <> 'viewer'
    left join standup_updates updates
      on updates.team_id = days.team_id and updates.day = days.day and updates.user_id = people.id
    where days.day between ${from} and ${to} and days.state = 'closed'
      and extract(isodow from days.day)::int = any(people.working_days)
      and not exists (select 1 from absences away where away.user_id = people.id
        and days.day between away.from_on and away.until_on)
      and not exists (select 1 from holidays off where off.day = days.day
        and (cardinality(off.time_zones) = 0 or people.time_zone = any(off.time_zones)))
    group by days.team_id`;
}

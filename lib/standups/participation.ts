import { and, asc, eq, gte, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import {
  absences,
  holidays,
  standupDays,
  standups,
  standupUpdates,
  teamMembers,
  teams,
  users,
} from "#drizzle/schema/schema";
import type { Database } from "#lib/db/store";
import type { UserActor } from "#lib/events/context";
import type { Day } from "#lib/format/dates";
import { teamsOf } from "#lib/sources/visibility";
import { seesEveryShare } from "#lib/standups/policy";

/** Of one team: on how many days its stand-up ended, how many updates were expected on them, and how many came in time. */
export type Participation = {
  teamId: string;
  team: string;
  days: number;
  expected: number;
  wrote: number;
};

type Period = { teamId?: string; from: Day; until: Day };

/**
 * How many of those who were expected wrote before the digest, of each team whose stand-up ended on a day from `from` to
 * `until`, by name. Expected is whom `expectedOn` expects: members of now who worked that day. A share of people, never
 * a list of them.
 */
export function participation(
  db: Database,
  actor: UserActor,
  { teamId, from, until }: Period,
): Promise<Participation[]> {
  const count = (what: SQL) => sql<number>`count(${what})`.mapWith(Number);
  return db
    .select({
      teamId: teams.id,
      team: teams.name,
      days: count(sql`distinct ${standupDays.id}`),
      expected: count(sql`${users.id}`),
      wrote: count(sql`${standupUpdates.id}`),
    })
    .from(standupDays)
    .innerJoin(standups, eq(standups.teamId, standupDays.teamId))
    .innerJoin(teams, eq(teams.id, standupDays.teamId))
    .innerJoin(teamMembers, eq(teamMembers.teamId, teams.id))
    .innerJoin(
      users,
      and(
        eq(users.id, teamMembers.userId),
        isNull(users.deactivatedAt),
        ne(users.role, "viewer"),
        lte(users.createdAt, standupDays.dueAt),
        worksOnDay(from, until),
      ),
    )
    .leftJoin(
      standupUpdates,
      and(
        eq(standupUpdates.teamId, standupDays.teamId),
        eq(standupUpdates.day, standupDays.day),
        eq(standupUpdates.userId, users.id),
        eq(standupUpdates.late, false),
      ),
    )
    .where(
      and(
        ne(standupDays.state, "open"),
        gte(standupDays.day, from),
        lte(standupDays.day, until),
        teamId ? eq(standupDays.teamId, teamId) : undefined,
        visibleShare(actor),
      ),
    )
    .groupBy(teams.id, teams.name)
    .orderBy(asc(teams.name));
}

/**
 * `whyOff` of the calendar, as a condition on a member and a day of a period. That absences reach into the period is said
 * besides, so that those of years ago are passed over by index.
 */
function worksOnDay(from: Day, until: Day): SQL {
  return sql`extract(isodow from ${standupDays.day})::int = any(${users.workingDays})
  and not exists (select 1 from ${absences} where ${absences.userId} = ${users.id}
    and ${absences.untilOn} >= ${from} and ${absences.fromOn} <= ${until}
    and ${standupDays.day} between ${absences.fromOn} and ${absences.untilOn})
  and not exists (select 1 from ${holidays} where ${holidays.day} = ${standupDays.day}
    and (${holidays.timeZones} = '{}' or ${users.timeZone} = any(${holidays.timeZones})))`;
}

function visibleShare(actor: UserActor): SQL | undefined {
  if (seesEveryShare(actor)) return undefined;
  const open = eq(standups.visibility, "open");
  if (actor.role === "viewer") return open;
  return or(open, sql`${standupDays.teamId} in (${teamsOf(actor.id)})`);
}

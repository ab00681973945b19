import { and, asc, eq, isNull } from "drizzle-orm";
import { sources, standupDays, standups, standupUpdates, teamMembers, teams } from "#drizzle/schema/schema";
import type { StandupDayState } from "#drizzle/schema/standups";
import { listWorkDays } from "#lib/calendar/read-work-days";
import { whyOff } from "#lib/calendar/work-days";
import { reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import type { Day } from "#lib/format/dates";
import { dayOfUpdate, timesOf } from "#lib/standups/days";
import { canPostUpdate } from "#lib/standups/policy";
import { getCalendar } from "#lib/users/calendar";

/** The stand-up of one of the actor's teams that is on now, or comes next. `dueAt` is an ISO instant. */
export type OwnStandup = {
  teamId: string;
  name: string;
  day: Day;
  state: StandupDayState;
  dueAt: string;
  /** Whether the actor wrote for it. */
  written: boolean;
  /** Why nothing is expected of the actor on that day; null where an update is. */
  away: string | null;
};

/** The stand-ups that the actor writes for, by the name of the team. */
export async function listOwnStandups(ctx: UserCtx): Promise<OwnStandup[]> {
  if (!canPostUpdate(ctx.actor, true)) return [];
  const db = reader(ctx.store);
  const [held, { timeZone }] = await Promise.all([
    db
      .select({ name: teams.name, standup: standups })
      .from(standups)
      .innerJoin(teams, eq(teams.id, standups.teamId))
      .innerJoin(
        teamMembers,
        and(eq(teamMembers.teamId, standups.teamId), eq(teamMembers.userId, ctx.actor.id)),
      )
      .where(eq(standups.active, true))
      .orderBy(asc(teams.name)),
    getCalendar(ctx),
  ]);
  return Promise.all(
    held.map(async ({ name, standup }) => {
      const { teamId } = standup;
      const day = dayOfUpdate(ctx.now(), timeZone, standup);
      const stands = await readOwnDay(ctx, teamId, day);
      const dueAt = (stands.dueAt ?? timesOf(day, standup).dueAt).toISOString();
      return { teamId, name, day, ...stands, dueAt };
    }),
  );
}

/** How a day of a team stands, and the actor in it. */
async function readOwnDay(ctx: UserCtx, teamId: string, day: Day) {
  const db = reader(ctx.store);
  const me = ctx.actor.id;
  const [[row], [update], work] = await Promise.all([
    db
      .select({ state: standupDays.state, dueAt: standupDays.dueAt })
      .from(standupDays)
      .where(and(eq(standupDays.teamId, teamId), eq(standupDays.day, day))),
    db
      .select({ id: standupUpdates.id })
      .from(standupUpdates)
      .innerJoin(sources, and(eq(sources.id, standupUpdates.sourceId), isNull(sources.deletedAt)))
      .where(
        and(eq(standupUpdates.teamId, teamId), eq(standupUpdates.day, day), eq(standupUpdates.userId, me)),
      ),
    listWorkDays(db, [me], day),
  ]);
  const own = work.get(me);
  return {
    state: row?.state ?? ("open" as const),
    dueAt: row?.dueAt,
    written: update !== undefined,
    away: own ? whyOff(day, own) : null,
  };
}

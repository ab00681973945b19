import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import {
  sources,
  sourceVersions,
  standupDays,
  standups,
  standupUpdates,
  teamMembers,
  teams,
} from "#drizzle/schema/schema";
import type { StandupDayState } from "#drizzle/schema/standups";
import { expectedOn } from "#lib/calendar/expected-on";
import { reader } from "#lib/db/store";
import type { UserActor, UserCtx } from "#lib/events/context";
import { type Day, localDay } from "#lib/format/dates";
import { visibleSource } from "#lib/sources/visibility";
import { standupDayFrom } from "#lib/standups/days";
import { canPostUpdate, canRunStandup } from "#lib/standups/policy";

/** A team's stand-up as lists show it. */
export type ListedStandup = {
  teamId: string;
  name: string;
  active: boolean;
  isMember: boolean;
  mayPost: boolean;
  mayRun: boolean;
  /** The stand-up of today, or the next one; null where none is held. */
  day: Day | null;
  state: StandupDayState;
  /** When its digest is due, an ISO instant; null where that day isn't put down yet. */
  dueAt: string | null;
  /** How many wrote, of how many who were expected. */
  wrote: number;
  expected: number;
  /** Whether the actor wrote. */
  posted: boolean;
};

/** The condition on `standups` joined with `teams`: the actor sees them, as `canSeeStandup` says. */
export function visibleStandup(actor: UserActor): SQL {
  if (actor.role === "viewer") return sql`standups.visibility = 'open'`;
  return sql`(standups.visibility = 'open' or teams.lead_id = ${actor.id} or exists (select 1 from team_members belongs
    where belongs.team_id = teams.id and belongs.user_id = ${actor.id}))`;
}

/** The stand-ups the actor sees: first those of their own teams, then by name. */
export async function listStandups(ctx: UserCtx): Promise<ListedStandup[]> {
  const db = reader(ctx.store);
  const isMember = sql<boolean>`exists (select 1 from ${teamMembers} where ${teamMembers.teamId} = ${teams.id} and ${teamMembers.userId} = ${ctx.actor.id})`;
  const rows = await db
    .select({ team: { name: teams.name, leadId: teams.leadId }, standup: standups, isMember })
    .from(standups)
    .innerJoin(teams, eq(teams.id, standups.teamId))
    .where(visibleStandup(ctx.actor))
    .orderBy(desc(isMember), asc(teams.name));
  return Promise.all(
    rows.map(async ({ team, standup, isMember: belongs }) => {
      const { teamId, active } = standup;
      const day = active ? standupDayFrom(localDay(ctx.now(), standup.timeZone), standup) : null;
      return {
        teamId,
        name: team.name,
        active,
        isMember: belongs,
        mayPost: active && canPostUpdate(ctx.actor, belongs),
        mayRun: canRunStandup(ctx.actor, team),
        ...(day ? await readTurnout(ctx, teamId, day) : NO_DAY),
      };
    }),
  );
}

const NO_DAY = {
  day: null,
  state: "skipped",
  dueAt: null,
  wrote: 0,
  expected: 0,
  posted: false,
} as const;

async function readTurnout(ctx: UserCtx, teamId: string, day: Day) {
  const db = reader(ctx.store);
  const [people, written, [row]] = await Promise.all([
    expectedOn(db, teamId, day),
    db
      .select({ userId: standupUpdates.userId })
      .from(standupUpdates)
      .where(and(eq(standupUpdates.teamId, teamId), eq(standupUpdates.day, day))),
    db
      .select({ state: standupDays.state, dueAt: standupDays.dueAt })
      .from(standupDays)
      .where(and(eq(standupDays.teamId, teamId), eq(standupDays.day, day))),
  ]);
  const expected = people.filter(({ away }) => away === null);
  return {
    day,
    state: row?.state ?? ("open" as const),
    dueAt: row?.dueAt.toISOString() ?? null,
    wrote: written.length,
    expected: Math.max(expected.length, written.length),
    posted: written.some(({ userId }) => userId === ctx.actor.id),
  };
}

/** An update as a day's page shows it; `changedAt` is an ISO instant. */
export type ShownUpdate = {
  sourceId: string;
  userId: string | null;
  name: string;
  text: string;
  late: boolean;
  changedAt: string;
};

/** What was written for a stand-up and the actor sees, in the order in which it came. */
export async function listUpdates(ctx: UserCtx, teamId: string, day: Day): Promise<ShownUpdate[]> {
  const rows = await reader(ctx.store)
    .select({
      sourceId: standupUpdates.sourceId,
      userId: standupUpdates.userId,
      name: standupUpdates.name,
      text: sourceVersions.text,
      late: standupUpdates.late,
      changedAt: standupUpdates.changedAt,
    })
    .from(standupUpdates)
    .innerJoin(sources, and(eq(sources.id, standupUpdates.sourceId), isNull(sources.deletedAt)))
    .innerJoin(
      sourceVersions,
      and(eq(sourceVersions.sourceId, sources.id), eq(sourceVersions.version, sources.currentVersion)),
    )
    .where(and(eq(standupUpdates.teamId, teamId), eq(standupUpdates.day, day), visibleSource(ctx.actor)))
    .orderBy(asc(standupUpdates.createdAt), asc(standupUpdates.id));
  return rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }));
}

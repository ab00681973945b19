import { and, asc, desc, eq, gt, isNull, lt } from "drizzle-orm";
import type { DraftState } from "#drizzle/schema/drafts";
import type { RunState } from "#drizzle/schema/runs";
import { drafts, runs, sources, sourceVersions, standupDays, standupUpdates } from "#drizzle/schema/schema";
import type { StandupDayState } from "#drizzle/schema/standups";
import { expectedOn } from "#lib/calendar/expected-on";
import { type Database, reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import type { Day } from "#lib/format/dates";
import { readUpdateParts } from "#lib/parsers/update-parts";
import { visibleDraft } from "#lib/sources/visibility";
import { dayOfUpdate, missedDay } from "#lib/standups/days";
import { findStandup } from "#lib/standups/find-standup";
import { canPostUpdate, canRunStandup } from "#lib/standups/policy";
import { listUpdates, type ShownUpdate } from "#lib/standups/queries";
import { partsOfUpdate, type UpdateParts } from "#lib/standups/update-text";
import { getCalendar } from "#lib/users/calendar";

/** Somebody of a team on a day: why nothing is expected of them, and what they wrote. */
export type DayPerson = { id: string | null; name: string; away: string | null; update: ShownUpdate | null };

/** The digest of a day: its run, and the draft once there is one that the actor sees. */
export type DayDigest = {
  runId: string;
  runState: RunState;
  draftId: string | null;
  draftState: DraftState | null;
};

/** One stand-up in full. */
export type StandupDay = {
  team: { id: string; name: string };
  day: Day;
  timeZone: string;
  visibility: "team" | "open";
  active: boolean;
  state: StandupDayState;
  /** Why it was skipped. */
  reason: string | null;
  /** An ISO instant; null of a day that isn't put down yet. */
  dueAt: string | null;
  /** Whether its hour had passed when the team began to hold it: no digest comes by itself. */
  missed: boolean;
  people: DayPerson[];
  digest: DayDigest | null;
  before: Day | null;
  after: Day | null;
  mayPost: boolean;
  /** Whether the reader may post what the whole team said; only for the stand-up that is on now. */
  mayPostForTeam: boolean;
  mayRun: boolean;
  /** Whether the reader leads the team, and so may see what each member said over time. */
  leads: boolean;
};

/** A team's stand-up of a day, or of the one that is on now; `not_found` where the actor may not see it. */
export async function getStandupDay(ctx: UserCtx, teamId: string, wanted?: Day): Promise<StandupDay> {
  const db = reader(ctx.store);
  const { team, standup, isMember } = await findStandup(ctx, db, teamId);
  const { timeZone } = await getCalendar(ctx);
  const now = dayOfUpdate(ctx.now(), timeZone, standup);
  const day = wanted ?? now;
  const mayRun = canRunStandup(ctx.actor, team);
  const [[row], members, updates, neighbours] = await Promise.all([
    db
      .select()
      .from(standupDays)
      .where(and(eq(standupDays.teamId, teamId), eq(standupDays.day, day))),
    expectedOn(db, teamId, day),
    listUpdates(ctx, teamId, day),
    findNeighbours(db, teamId, day),
  ]);
  return {
    team: { id: team.id, name: team.name },
    day,
    timeZone: standup.timeZone,
    visibility: standup.visibility,
    active: standup.active,
    state: row?.state ?? "open",
    reason: row?.reason ?? null,
    dueAt: row?.dueAt.toISOString() ?? null,
    missed: !row && day === missedDay(ctx.now(), standup),
    people: peopleOf(members, updates),
    digest: row?.runId ? await findDigest(ctx, row.runId) : null,
    ...neighbours,
    mayPost: standup.active && canPostUpdate(ctx.actor, isMember),
    mayPostForTeam: standup.active && day === now && canPostUpdate(ctx.actor, isMember || mayRun),
    mayRun,
    leads: team.leadId === ctx.actor.id,
  };
}

function peopleOf(
  members: { id: string; name: string; away: string | null }[],
  updates: ShownUpdate[],
): DayPerson[] {
  const own = members.map((member) => ({
    ...member,
    update: updates.find(({ userId }) => userId === member.id) ?? null,
  }));
  const others = updates
    .filter(({ userId }) => !members.some(({ id }) => id === userId))
    .map((update) => ({ id: update.userId, name: update.name, away: null, update }));
  return [...own, ...others];
}

/** The days before and after one on which a team held its stand-up, newest first among those before. */
async function findNeighbours(db: Database, teamId: string, day: Day) {
  const ofTeam = eq(standupDays.teamId, teamId);
  const [[before], [after]] = await Promise.all([
    db
      .select({ day: standupDays.day })
      .from(standupDays)
      .where(and(ofTeam, lt(standupDays.day, day)))
      .orderBy(desc(standupDays.day))
      .limit(1),
    db
      .select({ day: standupDays.day })
      .from(standupDays)
      .where(and(ofTeam, gt(standupDays.day, day)))
      .orderBy(asc(standupDays.day))
      .limit(1),
  ]);
  return { before: before?.day ?? null, after: after?.day ?? null };
}

async function findDigest(ctx: UserCtx, runId: string): Promise<DayDigest | null> {
  const [row] = await reader(ctx.store)
    .select({ runState: runs.state, draftId: drafts.id, draftState: drafts.state })
    .from(runs)
    .leftJoin(drafts, and(eq(drafts.id, runs.draftId), visibleDraft(ctx.actor, drafts.id)))
    .where(eq(runs.id, runId));
  return row ? { runId, ...row } : null;
}

/** What the form of an update begins with. */
export type OwnUpdate = {
  day: Day;
  /** What was written for this day already; null where nothing was. */
  written: UpdateParts | null;
  /** What was planned at the last stand-up, a line each. */
  planned: string;
  late: boolean;
};

/** What the actor wrote for the stand-up that is on now, and what they planned at the one before. */
export async function getOwnUpdate(ctx: UserCtx, teamId: string): Promise<OwnUpdate> {
  const db = reader(ctx.store);
  const { standup } = await findStandup(ctx, db, teamId);
  const { timeZone } = await getCalendar(ctx);
  const day = dayOfUpdate(ctx.now(), timeZone, standup);
  const texts = db
    .select({ day: standupUpdates.day, text: sourceVersions.text })
    .from(standupUpdates)
    .innerJoin(sources, and(eq(sources.id, standupUpdates.sourceId), isNull(sources.deletedAt)))
    .innerJoin(
      sourceVersions,
      and(eq(sourceVersions.sourceId, sources.id), eq(sourceVersions.version, sources.currentVersion)),
    )
    .$dynamic();
  const own = and(eq(standupUpdates.teamId, teamId), eq(standupUpdates.userId, ctx.actor.id));
  const rows = await texts.where(own).orderBy(desc(standupUpdates.day)).limit(2);
  const written = rows.find((row) => row.day === day);
  const last = rows.find((row) => row.day < day);
  const [row] = await db
    .select({ state: standupDays.state })
    .from(standupDays)
    .where(and(eq(standupDays.teamId, teamId), eq(standupDays.day, day)));
  return {
    day,
    written: written ? partsOfUpdate(written.text) : null,
    planned: last ? plannedIn(last.text) : "",
    late: row !== undefined && row.state !== "open",
  };
}

function plannedIn(text: string): string {
  return readUpdateParts(text)
    .filter(({ part }) => part === "next")
    .map((item) => item.text)
    .join("\n");
}

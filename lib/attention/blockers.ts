import { and, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { BlockerState } from "#drizzle/schema/blockers";
import { blockers, teams, users } from "#drizzle/schema/schema";
import { urgencyOf } from "#lib/attention/ages";
import type { Asking } from "#lib/attention/asking";
import type { AttentionRow, NextStep } from "#lib/attention/view";
import { blockerOrder } from "#lib/blockers/order";
import { LIVE_STATES } from "#lib/blockers/states";
import { atMost } from "#lib/db/at-most";
import type { Counted } from "#lib/db/count";
import type { UserActor } from "#lib/events/context";
import { addressOf } from "#lib/format/address";
import { counted } from "#lib/format/count";
import { type Day, daysBetween, formatDay } from "#lib/format/dates";
import { visibleBlocker } from "#lib/sources/visibility";

const owners = alias(users, "owners");
const others = alias(teams, "others");

/** The blockers that stand in somebody's way and that the actor may see, to be counted. */
export function liveBlockers(actor: UserActor): Counted {
  return { table: blockers, where: and(inArray(blockers.state, [...LIVE_STATES]), visibleBlocker(actor)) };
}

/** Those of them that are most urgent, at most `most`: what asks for an owner, what has none, and the oldest of each. */
export async function listLiveBlockers({ ctx, db, today, most }: Asking): Promise<AttentionRow[]> {
  const rows = await db
    .select({
      id: blockers.id,
      text: blockers.text,
      state: blockers.state,
      personName: blockers.personName,
      ownerId: blockers.ownerId,
      ownerName: owners.name,
      waitsFor: others.name,
      firstOn: blockers.firstOn,
      days: blockers.days,
    })
    .from(blockers)
    .leftJoin(owners, eq(owners.id, blockers.ownerId))
    .leftJoin(others, eq(others.id, blockers.waitsForTeamId))
    .where(liveBlockers(ctx.actor).where)
    .orderBy(...blockerOrder(true))
    .limit(atMost(most));
  return rows.map((row) => {
    const days = daysBetween(row.firstOn, today);
    const href = addressOf("/blockers", { open: row.id });
    return {
      id: row.id,
      title: row.text,
      about: row.days > 1 ? `said on ${row.days} days` : null,
      href,
      age: days === 0 ? "today" : `${days} d`,
      urgency: urgencyOf(days, { soon: 1, late: 2 }),
      third: row.personName,
      person: row.ownerName
        ? { id: row.ownerId, name: row.ownerName }
        : row.waitsFor
          ? { id: null, name: row.waitsFor }
          : null,
      step: stepOf(row, href, ctx.actor.id),
    };
  });
}

type Blocker = { state: BlockerState; ownerId: string | null };

function stepOf({ state, ownerId }: Blocker, href: string, me: string): NextStep {
  if (state === "proposed") return { label: "Confirm", href };
  if (ownerId === null) return { label: "Assign", href };
  return ownerId === me ? { label: "Resolve", href } : { nudge: "blocker", done: false };
}

/** Teams that wait for another one, each pair with how many blockers and since when, the longest first. */
export async function listTeamWaits({ ctx, db, today }: Asking): Promise<AttentionRow[]> {
  const since = sql<Day>`min(${blockers.firstOn})`;
  const rows = await db
    .select({
      teamId: teams.id,
      team: teams.name,
      otherId: others.id,
      other: others.name,
      count: sql<number>`count(*)`.mapWith(Number),
      since,
    })
    .from(blockers)
    .innerJoin(teams, eq(teams.id, blockers.teamId))
    .innerJoin(others, eq(others.id, blockers.waitsForTeamId))
    .where(
      and(
        liveBlockers(ctx.actor).where,
        isNotNull(blockers.waitsForTeamId),
        ne(blockers.waitsForTeamId, blockers.teamId),
      ),
    )
    .groupBy(teams.id, teams.name, others.id, others.name)
    .orderBy(since, teams.name)
    .limit(atMost(MOST_PAIRS));
  return rows.map(({ teamId, team, otherId, other, count, since: day }) => {
    const days = daysBetween(day, today);
    const href = addressOf("/blockers", { team: teamId });
    return {
      id: `${teamId}:${otherId}`,
      title: `${team} waits for ${other}`,
      about: counted(count, "blocker"),
      href,
      age: days === 0 ? "today" : `${days} d`,
      urgency: urgencyOf(days, { soon: 1, late: 2 }),
      third: formatDay(day, { today }),
      person: { id: null, name: other },
      step: { label: "Open", href },
    };
  });
}

const MOST_PAIRS = 20;

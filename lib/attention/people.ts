import { and, asc, desc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { actions, teamMembers, teams, users } from "#drizzle/schema/schema";
import type { Asking } from "#lib/attention/asking";
import type { AttentionRow } from "#lib/attention/view";
import { rowByRow } from "#lib/db/row-by-row";
import type { Database } from "#lib/db/store";
import { addressOf } from "#lib/format/address";
import { inWords } from "#lib/format/in-words";
import { visibleDraft } from "#lib/sources/visibility";

/** Nobody is overloaded with fewer open actions, however few the others have. */
const FLOOR = 12;
/** How many times the median of those who have any is far above it. */
const FAR = 2.5;
/** A team outside these numbers is hard to lead, or hard to hold a stand-up with. */
const TEAM = { least: 3, most: 7 };

/** People with far more open actions than the others, of the actions the actor sees, the most first. */
export async function listOverloaded({ ctx, db }: Asking): Promise<AttentionRow[]> {
  const open = sql<number>`count(*)`.mapWith(Number);
  const rows = await db
    .select({ id: users.id, name: users.name, open })
    .from(actions)
    .innerJoin(users, eq(users.id, actions.ownerId))
    .where(
      and(
        eq(actions.state, "open"),
        isNotNull(actions.ownerId),
        isNull(users.deactivatedAt),
        or(eq(actions.ownerId, ctx.actor.id), rowByRow(visibleDraft(ctx.actor, actions.draftId))),
      ),
    )
    .groupBy(users.id, users.name)
    .orderBy(desc(open), asc(users.name));
  const median = rows[Math.floor(rows.length / 2)]?.open ?? 0;
  return rows
    .filter((row) => row.open >= Math.max(FLOOR, FAR * median))
    .map(({ id, name, open: count }) => {
      const href = addressOf("/actions", { who: id });
      return {
        id,
        title: `${name} has ${count} open actions`,
        about: `half of the others have fewer than ${median + 1}`,
        href,
        age: String(count),
        urgency: "soon",
        third: null,
        person: { id, name },
        step: { label: "Share out", href },
      };
    });
}

/** Teams of fewer than three or more than seven people who can sign in or are on the roster, by name. */
export async function listOddTeams({ db }: Asking): Promise<AttentionRow[]> {
  const inTeam = db
    .select({ teamId: teamMembers.teamId, userId: teamMembers.userId })
    .from(teamMembers)
    .union(
      db
        .select({ teamId: teams.id, userId: sql<string>`${teams.leadId}` })
        .from(teams)
        .where(isNotNull(teams.leadId)),
    )
    .as("in_team");
  const people = sql<number>`count(${users.id})`.mapWith(Number);
  const rows = await db
    .select({ id: teams.id, name: teams.name, leadId: teams.leadId, people })
    .from(teams)
    .leftJoin(inTeam, eq(inTeam.teamId, teams.id))
    .leftJoin(users, and(eq(users.id, inTeam.userId), isNull(users.deactivatedAt)))
    .groupBy(teams.id, teams.name, teams.leadId)
    .having(or(sql`${people} < ${TEAM.least}`, sql`${people} > ${TEAM.most}`))
    .orderBy(asc(teams.name));
  const leads = await leadsOf(db);
  return rows.map((row) => ({
    id: row.id,
    title: `${row.name} has ${row.people === 1 ? "one person" : `${inWords(row.people)} people`}`,
    about: row.people < TEAM.least ? "fewer than three" : "more than seven",
    href: "/settings/teams",
    age: String(row.people),
    urgency: "calm",
    third: null,
    person: leads.get(row.leadId ?? "") ?? null,
    step: { label: "Open", href: "/settings/teams" },
  }));
}

async function leadsOf(db: Database): Promise<Map<string, { id: string; name: string }>> {
  const rows = await db
    .select({ id: users.id, name: users.name })
    .from(teams)
    .innerJoin(users, eq(users.id, teams.leadId));
  return new Map(rows.map((row) => [row.id, row]));
}

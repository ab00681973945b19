import { and, eq, exists, inArray, not, notExists, or, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, alias, QueryBuilder } from "drizzle-orm/pg-core";
import { draftSources, sourceAttendees, sources, teamMembers, teams } from "#drizzle/schema/schema";
import type { Actor } from "#lib/events/context";

const select = new QueryBuilder();
/** By a name of its own, so that a query on `draft_sources` can name its own column. */
const behind = alias(draftSources, "behind");

/**
 * The condition on `sources` that keeps a query to what the actor may see. No role sees past it:
 * a private source is its author's alone, or whose to keep it was given. Viewers see what is open to all.
 */
export function visibleSource(actor: Actor): SQL {
  if (actor.kind === "system") return sql`true`;
  const open = eq(sources.visibility, "open");
  if (actor.role === "viewer") return open;
  return or(
    open,
    eq(sources.authorId, actor.id),
    // Never null: what is not visible is asked by its negation, and “not null” would hide nothing.
    sql`coalesce(${sources.keeperId} = ${actor.id}, false)`,
    and(eq(sources.visibility, "attendees"), exists(attendance(actor.id))),
    and(eq(sources.visibility, "team"), inArray(sources.teamId, teamsOf(actor.id))),
  ) as SQL;
}

/** The condition for a column that names a draft: the actor sees every source behind it. */
export function visibleDraft(actor: Actor, draftId: AnyPgColumn): SQL {
  if (actor.kind === "system") return sql`true`;
  const hidden = select
    .select({ one: sql`1` })
    .from(behind)
    .innerJoin(sources, eq(sources.id, behind.sourceId))
    .where(and(eq(behind.draftId, draftId), not(visibleSource(actor))));
  return notExists(hidden);
}

/** Whether everybody sees a draft: every source behind it is open. */
export function openToAll(draftId: string): SQL<boolean> {
  return sql<boolean>`not exists (select 1 from ${draftSources} as behind join ${sources} as other on other.id = behind.source_id where behind.draft_id = ${draftId} and other.visibility <> 'open')`;
}

function attendance(userId: string) {
  return select
    .select({ one: sql`1` })
    .from(sourceAttendees)
    .where(and(eq(sourceAttendees.sourceId, sources.id), eq(sourceAttendees.userId, userId)));
}

function teamsOf(userId: string) {
  const member = select
    .select({ id: teamMembers.teamId })
    .from(teamMembers)
    .where(eq(teamMembers.userId, userId));
  const lead = select.select({ id: teams.id }).from(teams).where(eq(teams.leadId, userId));
  return member.union(lead);
}

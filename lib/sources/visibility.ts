import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Actor } from "#lib/events/context";

/**
 * The condition on `sources` that keeps a query to what the actor may see. No role sees past it:
 * a private source is its author's alone, or whose to keep it was given. Viewers see what is open to all.
 * Written out, because every page asks it several times, and putting it together from columns took longer than asking.
 */
export function visibleSource(actor: Actor): SQL {
  if (actor.kind === "system") return sql`true`;
  if (actor.role === "viewer") return sql`sources.visibility = 'open'`;
  const { id } = actor;
  // The keeper is never null in it: what is not visible is asked by its negation, and “not null” would hide nothing.
  return sql`(sources.visibility = 'open' or sources.author_id = ${id} or coalesce(sources.keeper_id = ${id}, false)
    or (sources.visibility = 'attendees' and exists (select 1 from source_attendees present
      where present.source_id = sources.id and present.user_id = ${id}))
    or (sources.visibility = 'team' and sources.team_id in (${teamsOf(id)})))`;
}

/** The condition for a column that names a draft: the actor sees every source behind it. */
export function visibleDraft(actor: Actor, draftId: AnyPgColumn): SQL {
  if (actor.kind === "system") return sql`true`;
  return sql`not exists (select 1 from draft_sources behind join sources on sources.id = behind.source_id
    where behind.draft_id = ${draftId} and not ${visibleSource(actor)})`;
}

/** Whether everybody sees a draft: every source behind it is open. */
export function openToAll(draftId: string): SQL<boolean> {
  return sql<boolean>`not exists (select 1 from draft_sources behind join sources other on other.id = behind.source_id where behind.draft_id = ${draftId} and other.visibility <> 'open')`;
}

/**
 * The condition on `blockers` that keeps a query to what the actor may see: what is open to all, and what is the team's
 * to its members and its lead, to whose it is and to who was given it, as an action is seen by its owner. No role sees
 * past it; viewers see what is open to all.
 */
export function visibleBlocker(actor: Actor): SQL {
  if (actor.kind === "system") return sql`true`;
  if (actor.role === "viewer") return sql`blockers.visibility = 'open'`;
  const { id } = actor;
  // Whose it is and who owns it may be null, and what is not visible is asked by its negation.
  return sql`(blockers.visibility = 'open' or coalesce(blockers.person_id = ${id}, false)
    or coalesce(blockers.owner_id = ${id}, false) or blockers.team_id in (${teamsOf(id)}))`;
}

/** The teams that somebody is in or leads. */
export function teamsOf(userId: string): SQL {
  return sql`select team_id from team_members where user_id = ${userId} union select id from teams where lead_id = ${userId}`;
}

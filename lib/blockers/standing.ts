import { sql } from "drizzle-orm";
import type { UserActor } from "#lib/events/context";
import { teamsOf } from "#lib/sources/visibility";

/** What the actor is to the team of a blocker and to the one that it waits for, as columns of a query on `blockers`. */
export function standingOf({ id }: UserActor) {
  return {
    leads: sql<boolean>`exists (select 1 from teams led where led.id = blockers.team_id and led.lead_id = ${id})`,
    belongs: sql<boolean>`blockers.team_id in (${teamsOf(id)})`,
    serves: sql<boolean>`coalesce(blockers.waits_for_team_id in (${teamsOf(id)}), false)`,
  };
}

/** The source in which a blocker was said last: who sees that may read in the log what happened to it. */
export const newestSource = sql<string | null>`(select said.source_id from blocker_sayings said
  where said.blocker_id = blockers.id order by said.day desc, said.created_at desc, said.source_id limit 1)`;

import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/** The condition that a column names somebody of a team, its lead included; none where no team is asked for. */
export function ofTeam(person: AnyPgColumn, teamId: string | undefined): SQL | undefined {
  if (teamId === undefined) return undefined;
  return sql`${person} in (select user_id from team_members where team_id = ${teamId}
    union select lead_id from teams where id = ${teamId} and lead_id is not null)`;
}

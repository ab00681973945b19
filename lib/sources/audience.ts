import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/**
 * The condition that whoever sees the source `narrow` sees the source `wide`: what stands in the wide one may be shown in
 * what is written from the narrow one. Both are aliases of `sources`. Of one that is open to all, readers may still join,
 * so that only what is open as well is shown with it; a team as well, so that of others only the team's own are. Who is
 * deactivated or only views may be let in again, and counts as if they were.
 */
export function seenByAllOf(wide: "known", narrow: "held"): SQL {
  const [other, own] = [sql.raw(wide), sql.raw(narrow)];
  return sql`(${other}.id = ${own}.id or ${other}.visibility = 'open' or (${own}.visibility <> 'open'
    and (${own}.visibility <> 'team' or (${other}.visibility = 'team' and coalesce(${other}.team_id = ${own}.team_id, false)))
    and not exists (select 1 from users person where ${seenBy(own)} and not ${seenBy(other)})))`;
}

/** The condition for a column that names a draft: whoever sees the source sees every source behind the draft. */
export function draftSeenWith(draftId: AnyPgColumn, sourceId: string): SQL {
  return sql`not exists (select 1 from draft_sources behind join sources known on known.id = behind.source_id, sources held
    where behind.draft_id = ${draftId} and held.id = ${sourceId} and not ${seenByAllOf("known", "held")})`;
}

/** As `visibleSource` has it, for every row of `person`, as if each were an active member. */
function seenBy(source: SQL): SQL {
  return sql`coalesce(${source}.visibility = 'open'
    or person.id in (${source}.author_id, coalesce(${source}.keeper_id, ''))
    or (${source}.visibility = 'attendees' and exists (select 1 from source_attendees present
      where present.source_id = ${source}.id and present.user_id = person.id))
    or (${source}.visibility = 'team' and (exists (select 1 from team_members belongs
      where belongs.team_id = ${source}.team_id and belongs.user_id = person.id)
      or exists (select 1 from teams led where led.id = ${source}.team_id and led.lead_id = person.id))), false)`;
}

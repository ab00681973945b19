import { type SQL, sql } from "drizzle-orm";
import { leads } from "#drizzle/schema/schema";
import { isInStanding, mayBeInStanding } from "#lib/consent/in-standing";
import type { StandingFilter } from "#lib/consent/standing-filter";
import type { Database } from "#lib/db/store";

/** So many are gathered and sorted; of more, leads are asked one by one in the order of the list. */
const FEW = 5_000;

/**
 * The condition that a lead stands like this with consent on a day (YYYY-MM-DD); none for no such wish. Where only few
 * can, such as those few with consent among a million that were imported, they are gathered first.
 */
export async function leadInStanding(
  db: Database,
  standing: StandingFilter | undefined,
  today: string,
): Promise<SQL | undefined> {
  if (!standing) return undefined;
  const exact = isInStanding(sql`${leads.address}`, standing, today);
  const values = mayBeInStanding(standing, today);
  if (!values) return exact;
  const candidates = candidatesOf(values);
  const { rows } = await db.execute<{ many: number }>(
    sql`select count(*)::int as many from (${candidates} limit ${sql.raw(String(FEW + 1))}) as candidates`,
  );
  if ((rows[0]?.many ?? 0) > FEW) return exact;
  return sql`${leads.id} = any(array(${candidates})) and ${exact}`;
}

/** Leads by their addresses, and by the domain that theirs is or is below: its labels from the end are in an index. */
function candidatesOf(values: SQL): SQL {
  const host = sql`reverse(split_part(l.address, '@', 2)) collate "C"`;
  return sql`select l.id from (${values}) as v cross join lateral (
      select by_address.id from leads by_address where by_address.address = v.value and by_address.deleted_at is null
      union all
      select l.id from leads l where position('@' in v.value) = 0 and l.deleted_at is null and l.address is not null
        and (${host} = reverse(v.value) or (${host} > reverse(v.value) || '.' and ${host} < reverse(v.value) || '/'))
    ) as l`;
}

import { type SQL, sql } from "drizzle-orm";
import { leads } from "#drizzle/schema/schema";
import { isInStanding, mayBeInStanding } from "#lib/consent/in-standing";
import type { StandingFilter } from "#lib/consent/standing-filter";
import type { Database } from "#lib/db/store";

/** So many are gathered and sorted; of more, leads are asked one by one in the order of the list. */
const FEW = 5_000;
/** Those whose consent ends were mostly heard of long ago, and stand together far down the list: asking finds them late. */
const FEW_ENDING = 50_000;

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
  const candidates = candidatesOf(values, standing === "suppressed");
  const most = standing === "expiring" || standing === "expired" ? FEW_ENDING : FEW;
  const counted = standing === "suppressed" ? candidates : values;
  const { rows } = await db.execute<{ many: number }>(
    sql`select count(*)::int as many from (${counted} limit ${sql.raw(String(most + 1))}) as counted`,
  );
  if ((rows[0]?.many ?? 0) > most) return exact;
  return sql`${leads.id} = any(array(${candidates})) and ${exact}`;
}

/** Leads by their addresses, and by the domains that theirs are or are below: their labels from the end are in an index. */
function candidatesOf(values: SQL, domains: boolean): SQL {
  const living = sql`l.address is not null and l.deleted_at is null`;
  const byAddress = sql`select l.id from (${values}) v join leads l on l.address = v.value and ${living}`;
  if (!domains) return byAddress;
  const host = sql`reverse(split_part(l.address, '@', 2)) collate "C"`;
  const stopped = sql`(select reverse(value) as value from suppressions where lifted_at is null and kind = 'domain') v`;
  return sql`${byAddress}
    union all select l.id from ${stopped} join leads l on ${host} = v.value and ${living}
    union all select l.id from ${stopped} join leads l
      on ${host} > v.value || '.' and ${host} < v.value || '/' and ${living}`;
}

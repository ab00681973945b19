import { type SQL, sql } from "drizzle-orm";
import type { ConsentBasis } from "#drizzle/schema/consents";
import { MONTHS } from "#lib/consent/rules";
import type { StandingFilter } from "#lib/consent/standing-filter";
import { addDays, addMonths } from "#lib/format/dates";

/** Days within which a consent ends soon. */
const SOON_DAYS = 30;

/** The condition that a folded address stands like this on a day (YYYY-MM-DD), as `standingOf` reckons it. */
export function isInStanding(address: SQL, standing: StandingFilter, today: string): SQL {
  if (standing === "suppressed") return isSuppressed(address);
  const open = sql`${address} is not null and not ${isSuppressed(address)}`;
  const given = hasConsent(address, sql`c.obtained_on <= ${today}`);
  const holding = hasConsent(address, holdsOn(today, today));
  if (standing === "none") return sql`(${open} and not ${given})`;
  if (standing === "expired") return sql`(${open} and ${given} and not ${holding})`;
  if (standing === "valid") return sql`(${open} and ${holding})`;
  const longer = hasConsent(address, holdsOn(addDays(today, SOON_DAYS + 1), today));
  return sql`(${open} and ${holding} and not ${longer})`;
}

/**
 * Addresses of which every one in this standing is, and others beside it; null where that is nearly all. What is
 * suppressed with a domain is not among them.
 */
export function mayBeInStanding(standing: StandingFilter, today: string): SQL | null {
  if (standing === "none") return null;
  if (standing === "suppressed")
    return sql`select value from suppressions where lifted_at is null and kind = 'address'`;
  const from = standing === "expired" ? null : today;
  const until = { valid: null, expiring: addDays(today, SOON_DAYS), expired: addDays(today, -1) }[standing];
  return sql`select c.address as value from consents c
    where c.withdrawn_at is null and (${anyBasis((months) => endsBetween(months, from, until))})`;
}

/**
 * A domain counts for all below it: "a.b.example" is looked for as itself and as "b.example". Here and below a value is
 * asked for rather than whether there is one: that, a plan would answer by reading the whole table first.
 */
function isSuppressed(address: SQL): SQL {
  return sql`coalesce((select true from suppressions s where s.lifted_at is null and s.value = any(array(
    select ${address} union all
    select array_to_string(host.parts[n:], '.')
    from (select string_to_array(split_part(${address}, '@', 2), '.') as parts) as host,
      generate_series(1, cardinality(host.parts) - 1) as n)) limit 1), false)`;
}

function hasConsent(address: SQL, which: SQL): SQL {
  return sql`coalesce((select true from consents c
    where c.address = ${address} and c.withdrawn_at is null and ${which} limit 1), false)`;
}

/** Given by today, and not ended on a day. */
function holdsOn(day: string, today: string): SQL {
  const lasts = anyBasis((months) =>
    months === null ? sql`true` : sql`(c.obtained_on + make_interval(months => ${months}))::date >= ${day}`,
  );
  return sql`c.obtained_on <= ${today} and (${lasts})`;
}

function anyBasis(which: (months: number | null) => SQL): SQL {
  const bases = Object.entries(MONTHS) as [ConsentBasis, number | null][];
  const each = bases.map(([basis, months]) => sql`(c.basis = ${basis} and ${which(months)})`);
  return sql.join(each, sql` or `);
}

/** By the index of days: months are of different lengths, so that it takes some days more. A null is without end. */
function endsBetween(months: number | null, from: string | null, until: string | null): SQL {
  if (months === null) return until === null ? sql`true` : sql`false`;
  const after = from && sql`c.obtained_on >= ${addDays(addMonths(from, -months), -3)}`;
  const before = until && sql`c.obtained_on <= ${addDays(addMonths(until, -months), 3)}`;
  return sql.join(
    [after, before].flatMap((one) => one || []),
    sql` and `,
  );
}

import { type SQL, sql } from "drizzle-orm";
import type { FoundKind } from "#drizzle/schema/search";
import type { Database, Tx } from "#lib/db/store";

/** Where more matches than this are expected, the newest are read in their order, and not all gathered: both cost the same there. */
const COMMON = 8_000;
/** Among so many of the newest rows that there would be about so many matches, if there were COMMON in all. */
const SAMPLED = 16;

/**
 * The kinds in which more match than are worth gathering. Counting them would read all their places, which for a common
 * word is most of the index, so that is reckoned: from how often the database has seen the words, and for beginnings of
 * words, of which it has seen only the frequent ones, also from how many of the newest rows have them.
 */
export async function commonKinds(
  tx: Tx | Database,
  query: string,
  kinds: readonly FoundKind[],
): Promise<Set<FoundKind>> {
  const [matching, all] = await Promise.all([
    expected(tx, kinds, matches(query)),
    expected(tx, kinds, sql`true`),
  ]);
  const large = kinds.filter((kind) => all[kind] > COMMON);
  const common = new Set(large.filter((kind) => matching[kind] > COMMON));
  const unsure = query.includes(":*") ? large.filter((kind) => !common.has(kind)) : [];
  if (unsure.length === 0) return common;
  const samples = unsure.map((kind) => sampleOf(kind, query, Math.ceil((SAMPLED * all[kind]) / COMMON)));
  const { rows } = await tx.execute<{ kind: FoundKind; matching: number | string }>(
    sql.join(samples, sql` union all `),
  );
  for (const row of rows) if (Number(row.matching) > SAMPLED) common.add(row.kind);
  return common;
}

type Plan = { "Plan Rows": number; Plans?: Plan[] };

/** How many rows of each kind the database expects, without reading any. */
async function expected(
  tx: Tx | Database,
  kinds: readonly FoundKind[],
  condition: SQL,
): Promise<Record<FoundKind, number>> {
  const asked = kinds.map((kind) => sql`select 1 from search_entries where ${ofKind(kind)} and ${condition}`);
  const { rows } = await tx.execute<{ "QUERY PLAN": [{ Plan: Plan }] }>(
    sql`explain (format json) ${sql.join(asked, sql` union all `)}`,
  );
  const plan = rows[0]!["QUERY PLAN"][0].Plan;
  const parts = kinds.length === 1 ? [plan] : (plan.Plans ?? []);
  return Object.fromEntries(kinds.map((kind, at) => [kind, parts[at]?.["Plan Rows"] ?? 0])) as Record<
    FoundKind,
    number
  >;
}

function sampleOf(kind: FoundKind, query: string, size: number): SQL {
  return sql`select ${sql.raw(`'${kind}'`)} as kind, count(*) filter (where ${matches(query)}) as matching
    from (select words from search_entries where ${ofKind(kind)}
      order by at desc, id desc limit ${sql.raw(String(size))}) as newest`;
}

/** The kind as a constant: each has an index of its own, which a parameter would not find. */
export function ofKind(kind: FoundKind): SQL {
  return sql`kind = ${sql.raw(`'${kind}'`)}`;
}

function matches(query: string): SQL {
  return sql`words @@ ${query}::tsquery`;
}

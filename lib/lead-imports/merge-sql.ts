import { type SQL, sql } from "drizzle-orm";
import type { ImportRow } from "#lib/lead-imports/find-import";

/** The rows of an import that were taken, with the lead that each of them is about; gone with the transaction. */
export function gatherRows(importId: string): SQL {
  return sql`
    create temporary table merging on commit drop as
    select r.line, f.*, coalesce(e.id, a.id, n.id) as lead_id, null::text as problem,
      case when e.id <> a.id then 'two'
        when e.id is not null and e.address is distinct from f.address and lower(e.name) is distinct from lower(f.name)
        then 'other' end as clash,
      case when e.id is not null then e.name end as known_as
    from lead_import_rows r
    cross join lateral jsonb_to_record(r.fields) as f(
      id text, "externalId" text, name text, "firstName" text, email text, address text, company text, title text,
      phone text, country text, "ownerId" text, stage text, origin text, "amountCents" bigint, currency text,
      description text, since text, "lastActive" text, "optOut" boolean, unread jsonb)
    left join leads e on e.external_id = f."externalId" and e.deleted_at is null
    left join leads a on a.address = f.address and a.deleted_at is null
    left join lateral (
      select id from leads l
      where f.address is null and f."externalId" is null and lower(l.name) = lower(f.name)
        and coalesce(lower(l.company), '') = coalesce(lower(f.company), '')
        and l.address is null and l.deleted_at is null
      order by id limit 1) n on true
    where r.import_id = ${importId} and r.fields is not null`;
}

/** Who is in the file twice counts as the last row has them; what fits two leads, or another one, is refused. */
export const REFUSALS: SQL[] = [
  sql`
    update merging m set problem = case clash
      when 'two' then 'The record ID ' || "externalId" || ' is of one lead here and the address of another one.'
      else 'The record ID ' || "externalId" || ' is “' || left(known_as, 80) || '” here, with another name and another address.' end
    where clash is not null`,
  ...[
    { key: sql`address`, words: "has the same address" },
    { key: sql`"externalId"`, words: "has the same record ID" },
    { key: sql`lead_id`, words: "is about the same lead" },
    {
      key: sql`case when address is null and "externalId" is null then lower(name) || '|' || coalesce(lower(company), '') end`,
      words: "has the same name and company",
    },
  ].map(
    ({ key, words }) => sql`
    update merging m set problem = 'Line ' || d.later || ' ${sql.raw(words)}, and the last one counts.'
    from (
      select line, max(line) over (partition by ${key}) as later from merging
      where ${key} is not null and problem is null) d
    where d.line = m.line and d.later > m.line`,
  ),
];

/** The new leads of some lines, with the line that their timeline begins with. */
export function addLeads(row: ImportRow, now: Date, from: number, to: number): SQL[] {
  const at = sql`${now.toISOString()}::timestamptz`;
  const taken = sql`lead_id is null and problem is null and line between ${from} and ${to}`;
  return [
    sql`
      insert into leads (id, name, first_name, email, address, company, title, phone, country, owner_id, stage, origin,
        external_id, amount_cents, currency, description, last_activity_at, import_id, created_by, created_at)
      select id, coalesce(name, email), "firstName", email, address, company, title, phone, country,
        coalesce("ownerId", ${row.ownerId}), coalesce(stage, 'new'), origin, "externalId", "amountCents", currency,
        description, ${at}, ${row.id}, ${row.createdBy}, ${at}
      from merging where ${taken}`,
    sql`
      insert into lead_entries (id, lead_id, kind, at, words, by, created_at)
      select 'ent' || substr(id, 4), id, 'imported', ${at},
        'Imported from ' || ${row.fileName}::text || coalesce(', where they were added on ' || since, '')
          || coalesce(', last active on ' || "lastActive", ''),
        ${row.createdBy}, ${at}
      from merging where ${taken}`,
  ];
}

/**
 * Changes leads that were there before, where the file says something else: an empty cell clears nothing. The stage only
 * where no person has a say in it: the lead was imported, and was never moved since. Returns the ids.
 */
export function changeLeads(importId: string): SQL {
  const stage = sql`case when m.stage is not null and l.import_id is not null
    and not exists (select 1 from lead_entries s where s.lead_id = l.id and s.kind = 'stage') then m.stage else l.stage end`;
  return sql`
    update leads l set
      name = c.name, first_name = c.first_name, email = c.email, address = c.address, company = c.company,
      title = c.title, phone = c.phone, country = c.country, owner_id = c.owner_id, stage = c.stage, origin = c.origin,
      external_id = c.external_id, amount_cents = c.amount_cents, currency = c.currency, description = c.description,
      import_id = ${importId}, version = l.version + 1
    from (
      select l.id, coalesce(m.name, l.name) as name, coalesce(m."firstName", l.first_name) as first_name,
        case when m.address is distinct from l.address then coalesce(m.email, l.email) else l.email end as email,
        coalesce(m.address, l.address) as address, coalesce(m.company, l.company) as company,
        coalesce(m.title, l.title) as title, coalesce(m.phone, l.phone) as phone,
        coalesce(m.country, l.country) as country, coalesce(m."ownerId", l.owner_id) as owner_id,
        ${stage} as stage, coalesce(m.origin, l.origin) as origin,
        coalesce(l.external_id, m."externalId") as external_id,
        coalesce(m."amountCents", l.amount_cents) as amount_cents, coalesce(m.currency, l.currency) as currency,
        coalesce(m.description, l.description) as description
      from merging m join leads l on l.id = m.lead_id
      where m.problem is null) c
    where l.id = c.id and
      (l.name, l.first_name, l.email, l.address, l.company, l.title, l.phone, l.country, l.owner_id, l.stage, l.origin,
        l.external_id, l.amount_cents, l.currency, l.description)
      is distinct from
      (c.name, c.first_name, c.email, c.address, c.company, c.title, c.phone, c.country, c.owner_id, c.stage, c.origin,
        c.external_id, c.amount_cents, c.currency, c.description)
    returning l.id`;
}

/** Stops what would be sent to everybody who opted out, whatever else became of their row. Returns the new ones. */
export function suppressOptedOut(row: ImportRow, now: Date): SQL {
  return sql`
    insert into suppressions (id, value, kind, reason, note, added_by, added_at)
    select distinct on (address) 'sup' || substr(id, 4), address, 'address', 'imported', ${row.fileName}::text,
      ${row.createdBy}, ${now.toISOString()}::timestamptz
    from merging where "optOut" and address is not null
    order by address, line
    on conflict do nothing
    returning id`;
}

/** Leads that are still written to and have opted out or are closed by now. */
export const STILL_WRITTEN_TO: SQL = sql`
  select l.id, case when l.stage in ('won', 'lost') then 'closed' else 'unsubscribed' end as why
  from cadences c join leads l on l.id = c.lead_id
  where c.state in ('going', 'paused') and (
    l.address in (select address from merging where "optOut")
    or (l.stage in ('won', 'lost') and l.id in (select lead_id from merging)))`;

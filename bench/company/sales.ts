import { at, roll } from "#bench/company/sql";

/**
 * Twelve leads a working day, of whom each gets a follow-up and every second another. After ninety days a lead is won or
 * lost. Of the mails that left in the last three weeks one of forty failed and one of a hundred has an unknown end; older
 * ones were seen to.
 */
export function writeSales(): string[] {
  const key = "to_char(day, 'YYYYMMDD') || '_' || n";
  const id = (prefix: string) => `'${prefix}_f' || ${key} || '_' || round`;
  const stage = `case when ago > 90 then case when luck % 4 = 0 then 'won' else 'lost' end
    else (array['new','contacted','contacted','connected','qualified','proposal'])[1 + luck % 6] end`;
  const address = "'dana' || n || '@' || to_char(day, 'YYYYMMDD') || '.example'";
  return [
    `create temp table lead on commit drop as
      select 'led_c' || ${key} as lead_id, n, day, ago, luck, 'usr_c' || lpad((8 + 30 * (n % 6))::text, 3, '0') as owner, ${at("day", 570)} as begun, ${address} as address
      from (select n, day, ago, ${roll("lead", "day", "n")} as luck from work_day, generate_series(1, 12) as n) as begun`,
    `insert into leads (id, name, first_name, email, address, company, owner_id, stage, origin, last_sent_at, last_activity_at, created_by, created_at)
      select lead_id, 'Dana Cole ' || n, 'Dana', address, address, 'Acme ' || luck, owner, ${stage}, 'Trade fair', begun + interval '3 hours',
        begun + interval '3 hours' + luck % 10 * interval '1 day', owner, begun from lead`,
    `insert into lead_entries (id, lead_id, kind, at, words, by, created_at)
      select 'ent_c' || k || '_' || lead_id, lead_id, (array['note','stage'])[k], begun, 'Met at the fair', owner, begun from lead, generate_series(1, 2) as k`,
    `insert into consents (id, address, basis, obtained_on, evidence, recorded_by, recorded_at)
      select 'cns_c' || ${key}, address, 'express', day, 'Asked at the fair', owner, begun from lead where luck < 800`,
    `create temp table mail on commit drop as
      select lead.*, round, begun + round * interval '1 hour' as at, case when ago <= 1 then 'pending' when (luck + round) % 15 = 0 then 'rejected' else 'approved' end as state,
        ${roll("mail", "day", "n", "round")} as fate from lead, generate_series(1, 2) as round where round = 1 or luck % 2 = 0`,
    `insert into sources (id, workflow, title, held_on, time_zone, author_id, visibility, lead_id, provenance, content_hash, created_at)
      select ${id("src")}, 'follow-up', 'What is known of Dana', day, 'America/Toronto', owner, 'open', lead_id, '{"via":"code","format":"text"}', 'f' || ${key} || '_' || round, at from mail`,
    `insert into source_versions (source_id, version, text, hash, lines, words, created_by, created_at)
      select ${id("src")}, 1, 'Name: Dana Cole', 'f' || ${key} || '_' || round, 1, 3, owner, at from mail`,
    `insert into drafts (id, workflow, title, state, current_revision, counts, edited, lead_id, brought_by, created_at, decided_at, decided_by)
      select ${id("drf")}, 'follow-up', 'Prices for Dana', state, 1, '{"kept":{"body":2},"untraced":0}', fate % 2 = 0, lead_id, owner, at,
        case when state <> 'pending' then at + interval '50 minutes' end, case when state <> 'pending' then owner end from mail`,
    `insert into runs (id, workflow, workflow_version, writer, model, host, state, attempt, due_at, draft_id, lead_id, requested_by, created_at, started_at, ended_at)
      select ${id("run")}, 'follow-up', 1, 'claude', 'claude-haiku-4-5', 'api.anthropic.com', 'done', 1, at, ${id("drf")}, lead_id, owner, at, at, at + interval '9 seconds' from mail`,
    `insert into run_sources (run_id, source_id, version) select ${id("run")}, ${id("src")}, 1 from mail`,
    `insert into draft_sources (draft_id, source_id, version) select ${id("drf")}, ${id("src")}, 1 from mail`,
    `insert into revisions (draft_id, number, statements, run_id, origin, created_at) select ${id("drf")}, 1, '[]', ${id("run")}, 'written', at from mail`,
    `insert into reviews (id, draft_id, revision, decision, reviewer_id, active_ms, evidence_seen, unread, source_version, created_at)
      select ${id("rev")}, ${id("drf")}, 1, case when state = 'rejected' then 'rejected' else 'approved' end, owner,
        8000 + fate * 40, true, false, 1, at + interval '50 minutes' from mail where state <> 'pending'`,
    `insert into deliveries (id, draft_id, revision, channel, recipient, state, reason, due_at, attempt, created_at, ended_at)
      select ${id("dlv")}, ${id("drf")}, 1, 'mail', address,
        case when ago > 21 then 'sent' when fate < 25 then 'failed' when fate < 35 then 'unknown' else 'sent' end,
        case when ago <= 21 and fate < 35 then 'The server did not answer.' end, at + interval '51 minutes', 1, at + interval '50 minutes', at + interval '51 minutes'
      from mail where state = 'approved'`,
    `insert into lead_entries (id, lead_id, kind, at, words, delivery_id, by, created_at)
      select 'ent_d' || ${key} || '_' || round, lead_id, 'mail_out', at + interval '51 minutes', 'Prices for Dana', ${id("dlv")}, owner, at + interval '51 minutes'
      from mail where state = 'approved'`,
  ];
}

import { at, pick, roll } from "#bench/company/sql";

/**
 * Three meetings a week of each team: four of ten are open, four for who was there, one for the team, one private. Of the
 * drafts nine of ten were approved, one of three of these edited, and the last days’ wait. An approval leaves three actions, a
 * decision, every second time a question, and a page; after a month three of a thousand actions are still open, after a year none.
 */
export function writeMeetings(): string[] {
  const key = "t || '_' || to_char(day, 'YYYYMMDD')";
  const id = (prefix: string) => `'${prefix}_m' || ${key}`;
  const approved = "meeting where state = 'approved'";
  const statement = (n: string) => `${n} || '_' || ${key}`;
  return [
    `create temp table meeting on commit drop as
      select *, case when ago <= 2 or (ago < 30 and luck % 100 = 1) then 'pending' when luck % 17 = 0 then 'rejected' else 'approved' end as state
      from (select t, 'tea_c' || lpad(t::text, 2, '0') as team_id, day, ago, ${roll("meeting", "t", "day")} as luck,
        'usr_c' || lpad((t + 30 * (${roll("author", "t", "day")} % 6))::text, 3, '0') as author, ${at("day", `780 + ${roll("held", "t", "day")} % 180`)} as held
        from generate_series(1, 30) as t, work_day where ${roll("meet", "t", "day")} < 600) as held`,
    `insert into sources (id, workflow, title, held_on, time_zone, author_id, visibility, team_id, provenance, content_hash, created_at)
      select ${id("src")}, 'meeting-notes', 'Weekly of ' || to_char(day, 'DD Mon'), day, 'America/Toronto', author,
        ${pick(["open", "attendees", "open", "attendees", "team", "open", "attendees", "private", "open", "attendees"], "luck")},
        case when luck % 10 = 4 then team_id end, '{"via":"paste","format":"plain"}', 'm' || ${key}, held from meeting`,
    `insert into source_versions (source_id, version, text, hash, lines, words, created_by, created_at)
      select ${id("src")}, 1, E'Weekly\\nACTION: write it down by Friday\\nDECISION: we keep it\\nWho pays?', 'm' || ${key}, 4, 14, author, held from meeting`,
    `insert into source_attendees (source_id, position, name, user_id)
      select ${id("src")}, n, 'Somebody', 'usr_c' || lpad((t + 30 * n)::text, 3, '0') from meeting, generate_series(0, 5) as n`,
    `insert into drafts (id, workflow, title, state, current_revision, counts, edited, brought_by, created_at, decided_at, decided_by)
      select ${id("drf")}, 'meeting-notes', 'Weekly of ' || to_char(day, 'DD Mon'), state, 1, '{"kept":{"actions":3,"decisions":1},"untraced":0}',
        luck % 3 = 0, author, held + interval '2 minutes', case when state <> 'pending' then held + interval '3 hours' end, case when state <> 'pending' then author end from meeting`,
    `insert into runs (id, workflow, workflow_version, writer, model, host, state, attempt, due_at, draft_id, requested_by, created_at, started_at, ended_at)
      select ${id("run")}, 'meeting-notes', 1, 'claude', 'claude-haiku-4-5', 'api.anthropic.com', 'done', 1, held, ${id("drf")}, author, held, held, held + interval '2 minutes' from meeting`,
    `insert into run_sources (run_id, source_id, version) select ${id("run")}, ${id("src")}, 1 from meeting`,
    `insert into draft_sources (draft_id, source_id, version) select ${id("drf")}, ${id("src")}, 1 from meeting`,
    `insert into revisions (draft_id, number, statements, run_id, origin, created_at)
      select ${id("drf")}, 1, '[]', ${id("run")}, 'written', held + interval '2 minutes' from meeting`,
    `insert into reviews (id, draft_id, revision, decision, reviewer_id, active_ms, evidence_seen, unread, source_version, created_at)
      select ${id("rev")}, ${id("drf")}, 1, case when state = 'rejected' then 'rejected' else 'approved' end, author,
        30000 + luck * 200, true, false, 1, held + interval '3 hours' from meeting where state <> 'pending'`,
    `insert into actions (id, draft_id, created_at, version, statement_id, text, owner_id, due_on, state, closed_at, closed_by)
      select 'act_m' || ${statement("n")}, ${id("drf")}, held + interval '3 hours', 1, 'a' || n, 'Write down part ' || n, owner, day + 7 + n, ended,
        case when ended <> 'open' then least(held + interval '8 days', timestamptz '2026-11-20 09:00Z') end, case when ended <> 'open' then owner end
      from (select *, 'usr_c' || lpad((t + 30 * ((luck + n) % 6))::text, 3, '0') as owner,
        case when fate < case when ago > 365 then 0 when ago > 38 then 3 else 350 end then 'open' when fate % 12 = 0 then 'cancelled' else 'done' end as ended
        from (select meeting.*, n, ${roll("action", "t", "day", "n")} as fate from meeting, generate_series(1, 3) as n where state = 'approved') as one) as all_of_them`,
    `insert into decisions (id, draft_id, created_at, version, statement_id, text)
      select ${id("dec")}, ${id("drf")}, held + interval '3 hours', 1, 'd1', 'We keep it' from ${approved}`,
    `insert into questions (id, draft_id, created_at, version, statement_id, text, decider_id, state, answer, answered_at, answered_by)
      select ${id("qst")}, ${id("drf")}, held + interval '3 hours', 1, 'q1', 'Who pays?', decider, ended, case when ended = 'answered' then 'We do' end,
        case when ended = 'answered' then held + interval '1 day' end, case when ended = 'answered' then decider end
      from (select *, 'usr_c' || lpad(t::text, 3, '0') as decider, case when ${roll("asked", "t", "day")} < case when ago > 365 then 0 when ago > 20 then 5 else 500 end then 'open' else 'answered' end as ended
        from ${approved} and luck % 2 = 0) as asked`,
    `insert into documents (id, draft_id, created_at, version, title, markdown)
      select ${id("doc")}, ${id("drf")}, held + interval '3 hours', 1, 'Weekly of ' || to_char(day, 'DD Mon'), '# Weekly' from ${approved}`,
  ];
}

import { at, pick, roll } from "#bench/company/sql";

const DID = [
  "Finished the import of invoices",
  "Reviewed three changes of the search",
  "Wrote down how releases are cut",
  "Talked to two customers about exports",
  "Mended the test that failed at night",
];
const NEXT = [
  "Go on with the permissions",
  "Try the new index on last year’s data",
  "Pair on the calendar",
  "Answer what support asked",
  "Cut the release",
];
const BLOCKERS = [
  "Waiting for access to the staging database",
  "Can’t merge until the security review is done",
  "Still no answer from the supplier about the contract",
  "The build is broken since the upgrade",
];

/**
 * Each team’s stand-up of each working day: of ten people who are there nine write, one of twenty-five of them late. One
 * of fifty begins to say what blocks them, for one to six days in a row. The digest of a day is written from its updates, and
 * approved but for those of the last working day; one of three is posted.
 */
export function writeStandups(): string[] {
  const ymd = "to_char(day, 'YYYYMMDD')";
  const key = `t || '_' || ${ymd}`;
  const own = `p || '_' || ${ymd}`;
  const sourceId = `'src_u' || ${own}`;
  return [
    `insert into standups (team_id, active, days, time_zone, digest_at, remind_at, visibility, mail_team, created_at, changed_by)
      select distinct team_id, true, '{1,2,3,4,5}'::int[], 'America/Toronto', 600, 570, case when t % 3 = 0 then 'open' else 'team' end,
        false, now(), 'usr_ada' from person`,
    `create temp table blocked on commit drop as
      select p, id, team_id, t, day as first, day + (${roll("days", "p", "day")} % 6)::int as last, ago,
        'blk_c' || ${own} as blocker_id, ${pick(BLOCKERS, roll("which", "p", "day"))} as quote
      from person, work_day where ${roll("blocked", "p", "day")} < 20`,
    "create index on blocked (p, first)",
    "analyze blocked",
    `create temp table wrote on commit drop as
      select p, id, name, team_id, t, day, ago, ${at("day", `500 + ${roll("when", "p", "day")} % 90`)} as at,
        ${roll("late", "p", "day")} < 40 as late, (select blocker_id from blocked where blocked.p = person.p and day between first and last limit 1) as blocker_id
      from person, work_day where ${roll("wrote", "p", "day")} < 900
        and not exists (select 1 from absences where user_id = person.id and day between from_on and until_on)`,
    "create index on wrote (blocker_id)",
    "analyze wrote",
    `insert into sources (id, workflow, title, held_on, time_zone, author_id, visibility, team_id, provenance, content_hash, created_at)
      select ${sourceId}, 'standup', name || ', ' || to_char(day, 'Dy DD Mon'), day, 'America/Toronto', id,
        case when t % 3 = 0 then 'open' else 'team' end, team_id, '{"via":"paste","format":"plain"}', 'u' || ${own}, at from wrote`,
    `insert into source_versions (source_id, version, text, hash, lines, words, created_by, created_at)
      select ${sourceId}, 1, 'Yesterday: ' || ${pick(DID, roll("did", "p", "day"))} || E'.\\nToday: ' || ${pick(NEXT, roll("next", "p", "day"))}
        || E'.\\nBlockers: ' || coalesce(quote, 'none') || '.', 'u' || ${own}, 3, 20, wrote.id, at
      from (select wrote.*, blocked.quote from wrote left join blocked using (blocker_id)) as wrote`,
    `insert into standup_updates (id, team_id, day, user_id, name, source_id, via, late, created_at, changed_at)
      select 'upd_c' || ${own}, team_id, day, id, name, ${sourceId}, ${pick(["page", "slack", "page", "api"], "p")}, late, at, at from wrote`,
    `insert into blockers (id, team_id, visibility, text, person_id, person_name, owner_id, waits_for_team_id, state, first_on, last_on, days, closing, closed_at, closed_by, escalated_at, created_at)
      select b.blocker_id, b.team_id, case when b.t % 3 = 0 then 'open' else 'team' end, quote, b.id, min(w.name), case when ${roll("owned", "b.blocker_id")} < 600 then 'usr_c' || lpad(b.t::text, 3, '0') end,
        case when ${roll("waits", "b.blocker_id")} < 200 then 'tea_c' || lpad((1 + b.t % 29)::text, 2, '0') end, state, min(w.day), max(w.day), count(*),
        case when state in ('resolved', 'accepted') then 'It was let through' end,
        case when state in ('resolved', 'accepted', 'dismissed') then max(w.at) + interval '1 day' end,
        case when state in ('resolved', 'accepted', 'dismissed') then 'usr_c' || lpad(b.t::text, 3, '0') end,
        case when count(*) >= 3 then max(w.at) end, min(w.at)
      from (select *, case when ago > 14 then ${pick(["resolved", "resolved", "resolved", "resolved", "resolved", "resolved", "resolved", "resolved", "accepted", "dismissed"], roll("end", "blocker_id"))}
        else ${pick(["proposed", "open", "owned", "resolved", "open", "resolved"], roll("now", "blocker_id"))} end as state from blocked) as b
      join wrote w on w.blocker_id = b.blocker_id group by b.blocker_id, b.team_id, b.t, b.id, quote, state`,
    `insert into blocker_sayings (blocker_id, source_id, source_version, day, user_id, quote, start_offset, end_offset, created_at)
      select blocker_id, source_id, 1, day, id, quote, found - 1, found - 1 + length(quote), at
      from (select wrote.*, blocked.quote, ${sourceId.replace("p ||", "wrote.p ||")} as source_id from wrote join blocked using (blocker_id)) as said
      join source_versions using (source_id), lateral (select strpos(text, quote) as found) as place`,
    `create temp table team_day on commit drop as
      select t, team_id, day, ago, ${at("day", 600)} as due, count(*) as updates, ago <= 1 as waits,
        ${roll("digest", "t", "day")} as luck from wrote group by t, team_id, day, ago`,
    `insert into standup_days (id, team_id, day, remind_at, reminded_at, due_at, state, run_id, closed_at, created_at)
      select 'day_c' || ${key}, team_id, day, due - interval '30 minutes', due - interval '30 minutes', due, 'closed', 'run_s' || ${key}, due, due - interval '1 day' from team_day`,
    ...writeDigests(key),
  ];
}

function writeDigests(key: string): string[] {
  const id = (prefix: string) => `'${prefix}_s' || ${key}`;
  const lead = "'usr_c' || lpad(t::text, 3, '0')";
  const sources = `team_day join standup_updates u using (team_id, day)`;
  const digest = `'Stand-up, ' || to_char(day, 'Dy DD Mon')`;
  return [
    `insert into drafts (id, workflow, title, state, current_revision, counts, edited, brought_by, created_at, decided_at, decided_by)
      select ${id("drf")}, 'standup', ${digest}, case when waits then 'pending' when luck < 20 then 'rejected' else 'approved' end, 1,
        jsonb_build_object('kept', jsonb_build_object('progress', updates), 'untraced', 0), luck > 800, ${lead}, due + interval '40 seconds',
        case when not waits then due + interval '25 minutes' end, case when not waits then ${lead} end from team_day`,
    `insert into runs (id, workflow, workflow_version, writer, model, host, state, attempt, due_at, draft_id, requested_by, created_at, started_at, ended_at)
      select ${id("run")}, 'standup', 1, case when luck % 10 < 8 then 'claude' else 'rules' end, case when luck % 10 < 8 then 'claude-haiku-4-5' end,
        case when luck % 10 < 8 then 'api.anthropic.com' end, 'done', 1, due, ${id("drf")}, ${lead}, due, due, due + interval '40 seconds' from team_day`,
    `insert into run_sources (run_id, source_id, version, position)
      select ${id("run")}, u.source_id, 1, row_number() over (partition by team_id, day order by u.source_id) - 1 from ${sources}`,
    `insert into draft_sources (draft_id, source_id, version) select ${id("drf")}, u.source_id, 1 from ${sources}`,
    `insert into revisions (draft_id, number, statements, run_id, origin, created_at)
      select ${id("drf")}, 1, '[]', ${id("run")}, 'written', due + interval '40 seconds' from team_day`,
    `insert into reviews (id, draft_id, revision, decision, reviewer_id, active_ms, evidence_seen, unread, source_version, created_at)
      select ${id("rev")}, ${id("drf")}, 1, case when luck < 20 then 'rejected' else 'approved' end, ${lead},
        20000 + luck * 70, true, false, 1, due + interval '25 minutes' from team_day where not waits`,
    `insert into deliveries (id, draft_id, revision, channel, recipient, state, due_at, attempt, created_at, ended_at)
      select ${id("dlv")}, ${id("drf")}, 1, 'circular', ${lead}, 'sent', due + interval '26 minutes', 1, due + interval '25 minutes', due + interval '26 minutes'
      from team_day where not waits and luck >= 20 and t % 3 = 0`,
    `insert into delivery_attempts (delivery_id, number, started_at, ended_at, answer)
      select id, 1, created_at, ended_at, '250 accepted' from deliveries where id like 'dlv_s%'`,
  ];
}

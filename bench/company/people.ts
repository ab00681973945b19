import { LAST_DAY, personId, pick, roll } from "#bench/company/sql";
import { holidaysOfCanada } from "#lib/calendar/canada";

export const PEOPLE = 200;
export const TEAMS = 30;

const FIRST =
  "Amara Björn Chloé Deepak Elif Farid Greta Hassan Ines Jonas Kavya Liam Mei Noor Oskar Priya Quentin Rosa Sven Tomas";
const LAST = "Adeyemi Bergström Chen Dubois Eriksen Fournier Gupta Haddad Iyer Jansen";
const TEAM_NAMES =
  "Billing Search Platform Mobile Web Data Support Sales Field Design Security Identity Payments Reports Imports Exports Quality Release Docs Partners Finance People Legal Onboarding Growth Pricing Ledger Mail Calendar Research";
const ZONES = ["America/Toronto", "America/Toronto", "America/Toronto", "America/Vancouver", "Europe/London"];

/**
 * Two hundred people in thirty teams, the first of each its lead: most have six or seven members, one has two and one
 * eleven. Every fifth works in another time zone. Ada leads, and Bo is in the first team.
 */
export function writePeople(years: number): string[] {
  const people = `generate_series(1, ${PEOPLE}) as p`;
  const teams = `generate_series(1, ${TEAMS}) as t`;
  const teamOf = `case when p > 60 and p % ${TEAMS} = 28 then 29 else 1 + (p - 1) % ${TEAMS} end`;
  const since = `timestamptz '${LAST_DAY} 12:00Z' - interval '${years} years'`;
  return [
    `insert into users (id, name, email, role, time_zone, created_at, joined_at)
      select ${personId("p")}, ${pick(FIRST.split(" "), "p - 1")} || ' ' || ${pick(LAST.split(" "), "(p - 1) / 20")},
        'p' || p || '@larkfield.example', case when p <= 5 then 'leader' else 'member' end, ${pick(ZONES, "p")}, ${since}, ${since}
      from ${people}`,
    `insert into teams (id, name, lead_id, created_at)
      select 'tea_c' || lpad(t::text, 2, '0'), ${pick(TEAM_NAMES.split(" "), "t - 1")}, ${personId("t")}, ${since} from ${teams}`,
    `insert into team_members (team_id, user_id)
      select 'tea_c' || lpad((${teamOf})::text, 2, '0'), ${personId("p")} from ${people}`,
    "insert into team_members (team_id, user_id) values ('tea_c01', 'usr_bo')",
    `insert into holidays (id, day, name, created_at) values ${holidayRows(years)}`,
    // Four times a year, two weeks at most.
    `insert into absences (id, user_id, from_on, until_on, created_at)
      select 'abs_c' || p || '_' || n, ${personId("p")}, first, first + 1 + (${roll("long", "p", "n")} % 10)::int, first - interval '20 days'
      from (select p, n, date '${LAST_DAY}' - (n * 91 + ${roll("away", "p", "n")} % 70)::int as first
        from ${people}, generate_series(0, ${years * 4 - 1}) as n) as stretches`,
    // What follows is written from these, and they go with the transaction.
    `create temp table person on commit drop as
      select user_id as id, team_id, name, right(user_id, 3)::int as p, right(team_id, 2)::int as t
      from team_members join users on users.id = user_id where user_id ~ '^usr_c[0-9]'`,
    `create temp table work_day on commit drop as
      select on_day::date as day, (date '${LAST_DAY}' - on_day::date) as ago
      from generate_series(date '${LAST_DAY}' - ${years * 365}, date '${LAST_DAY}' - 1, interval '1 day') as on_day
      where extract(isodow from on_day) < 6 and on_day::date not in (select day from holidays)`,
    "analyze person",
    "analyze work_day",
    "analyze absences",
  ];
}

function holidayRows(years: number): string {
  const last = Number(LAST_DAY.slice(0, 4));
  return Array.from({ length: years + 1 }, (_, n) => holidaysOfCanada(last - n))
    .flat()
    .map(({ day, name }) => `('hol_c${day}', '${day}', '${name.replaceAll("'", "''")}', now())`)
    .join(", ");
}

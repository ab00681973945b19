import { and, asc, eq, gte, isNotNull, type SQL, sql } from "drizzle-orm";
import { absences, holidays, teamMembers, teams, users } from "#drizzle/schema/schema";
import { HolidayFilter, MOST_ABSENCES } from "#lib/calendar/schema";
import type { Holiday, Stretch } from "#lib/calendar/work-days";
import { decodeCursor } from "#lib/db/cursor";
import { brokenLink, type Page, toPage } from "#lib/db/page";
import { type Database, reader, type Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserActor, UserCtx } from "#lib/events/context";
import { type Day, isDay, localDay } from "#lib/format/dates";

/** A stretch of days somebody is away; `begun` by their own calendar. */
export type ListedAbsence = Stretch & { id: string; begun: boolean };
export type ListedHoliday = Holiday & { id: string; timeZones: string[] };

/** Whose time away is asked for: where they are, and who leads a team they are in. */
export type PersonAway = { id: string; name: string; timeZone: string; leadIds: string[] };

/** When somebody is away, now or later, the next first; of people in no team of the reader's, nothing but to leaders and admins. */
export async function listAbsences(ctx: UserCtx, userId: string): Promise<ListedAbsence[]> {
  const db = reader(ctx.store);
  const { timeZone } = await findPersonAway(db, userId);
  const today = localDay(ctx.now(), timeZone);
  const rows = await db
    .select({ id: absences.id, fromOn: absences.fromOn, untilOn: absences.untilOn })
    .from(absences)
    .where(and(eq(absences.userId, userId), gte(absences.untilOn, today), visibleAbsence(ctx.actor)))
    .orderBy(asc(absences.fromOn), asc(absences.id))
    .limit(MOST_ABSENCES);
  return rows.map((row) => ({ ...row, begun: row.fromOn < today }));
}

/** A person with who leads them; `not_found` where nobody active has the id. */
export async function findPersonAway(db: Tx | Database, userId: string): Promise<PersonAway> {
  const rows = await db
    .select({ id: users.id, name: users.name, timeZone: users.timeZone, leadId: teams.leadId })
    .from(users)
    .leftJoin(teamMembers, eq(teamMembers.userId, users.id))
    .leftJoin(teams, and(eq(teams.id, teamMembers.teamId), isNotNull(teams.leadId)))
    .where(and(eq(users.id, userId), sql`${users.deactivatedAt} is null`));
  const [first] = rows;
  if (!first) throw new AppError("not_found", "There is no such person on the roster.");
  const { leadId: _, ...person } = first;
  return { ...person, leadIds: rows.flatMap(({ leadId }) => leadId ?? []) };
}

/** The same for a page. Who leads whom everybody who is signed in may see. */
export async function getPersonAway(ctx: UserCtx, userId: string): Promise<PersonAway> {
  return findPersonAway(reader(ctx.store), userId);
}

/** The company's holidays from the first of January of the reader's year on, by day. Everybody who is signed in may see them. */
export async function listHolidays(ctx: UserCtx, filter: HolidayFilter): Promise<Page<ListedHoliday>> {
  const { cursor } = HolidayFilter.parse(filter);
  const year = ctx.now().getUTCFullYear();
  const rows = await reader(ctx.store)
    .select({ id: holidays.id, day: holidays.day, name: holidays.name, timeZones: holidays.timeZones })
    .from(holidays)
    .where(and(gte(holidays.day, `${year}-01-01`), after(cursor)))
    .orderBy(asc(holidays.day), asc(holidays.id))
    .limit(PAGE + 1);
  return toPage(rows, (last) => [last.day, last.id], PAGE);
}

/** The IANA names of the time zones that people on the roster are in. */
export async function listTimeZones(ctx: UserCtx): Promise<string[]> {
  const rows = await reader(ctx.store)
    .selectDistinct({ timeZone: users.timeZone })
    .from(users)
    .where(sql`${users.deactivatedAt} is null`)
    .orderBy(asc(users.timeZone));
  return rows.map(({ timeZone }) => timeZone);
}

const PAGE = 60;

/** That somebody is away is known to whoever shares a team with them, and to leaders and admins. */
function visibleAbsence({ id, role }: UserActor): SQL | undefined {
  if (role === "leader" || role === "admin") return undefined;
  return sql`(${absences.userId} = ${id} or exists (select 1 from ${teamMembers} own
    join ${teamMembers} theirs on theirs.team_id = own.team_id
    where own.user_id = ${id} and theirs.user_id = ${absences.userId}))`;
}

function after(cursor: string | undefined): SQL | undefined {
  if (!cursor) return undefined;
  const [day, lastId] = decodeCursor(cursor, 2) as [Day, string];
  if (!day || !lastId || !isDay(day)) throw brokenLink();
  return sql`(${holidays.day}, ${holidays.id}) > (${day}::date, ${lastId})`;
}

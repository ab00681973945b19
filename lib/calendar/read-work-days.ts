import { and, asc, gte, inArray } from "drizzle-orm";
import { absences, holidays, users, workspace } from "#drizzle/schema/schema";
import type { WorkDays } from "#lib/calendar/work-days";
import type { Database, Tx } from "#lib/db/store";
import { addDays, type Day, localDay } from "#lib/format/dates";

const WEEK = [1, 2, 3, 4, 5];

/** When each of these people works, by their ids, from a day of theirs on; of days before it absences are missing. */
export async function listWorkDays(
  db: Tx | Database,
  userIds: string[],
  from: Day,
): Promise<Map<string, WorkDays>> {
  if (userIds.length === 0) return new Map();
  const people = await db
    .select({ id: users.id, timeZone: users.timeZone, workingDays: users.workingDays })
    .from(users)
    .where(inArray(users.id, userIds));
  const away = await db
    .select({ userId: absences.userId, fromOn: absences.fromOn, untilOn: absences.untilOn })
    .from(absences)
    .where(and(inArray(absences.userId, userIds), gte(absences.untilOn, from)))
    .orderBy(asc(absences.fromOn));
  const byPerson = Map.groupBy(away, ({ userId }) => userId);
  const days = await readHolidays(db, from);
  return new Map(
    people.map(({ id, ...person }) => [
      id,
      { ...person, absences: byPerson.get(id) ?? [], holidays: holidaysIn(days, person.timeZone) },
    ]),
  );
}

/** When somebody works, from yesterday on; of nobody, the company's week. */
export async function readWorkDays(db: Tx | Database, userId: string | null, now: Date): Promise<WorkDays> {
  const from = dayBefore(now);
  const theirs = userId ? (await listWorkDays(db, [userId], from)).get(userId) : undefined;
  if (theirs) return theirs;
  const [company] = await db.select({ timeZone: workspace.timeZone }).from(workspace);
  const timeZone = company?.timeZone ?? "UTC";
  return {
    timeZone,
    workingDays: WEEK,
    absences: [],
    holidays: holidaysIn(await readHolidays(db, from), timeZone),
  };
}

/** The earliest day that it can be somewhere at an instant. */
export function dayBefore(now: Date): Day {
  return addDays(localDay(now, "UTC"), -1);
}

type HolidayRow = { day: Day; name: string; timeZones: string[] };

function readHolidays(db: Tx | Database, from: Day): Promise<HolidayRow[]> {
  return db
    .select({ day: holidays.day, name: holidays.name, timeZones: holidays.timeZones })
    .from(holidays)
    .where(gte(holidays.day, from))
    .orderBy(asc(holidays.day), asc(holidays.name));
}

function holidaysIn(rows: HolidayRow[], timeZone: string) {
  return rows
    .filter(({ timeZones }) => timeZones.length === 0 || timeZones.includes(timeZone))
    .map(({ day, name }) => ({ day, name }));
}

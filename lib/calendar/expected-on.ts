import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { teamMembers, users } from "#drizzle/schema/schema";
import { listWorkDays } from "#lib/calendar/read-work-days";
import { whyOff } from "#lib/calendar/work-days";
import type { Database, Tx } from "#lib/db/store";
import type { Day } from "#lib/format/dates";

/** A member of a team on a day; `away` says why nothing is expected of them, null where it is. */
export type Expected = { id: string; name: string; away: string | null };

/**
 * The members of a team with why they need not write on a day, by name. Who only reads, and who has left, is not among
 * them; of a team that isn't there nobody is.
 */
export async function expectedOn(db: Tx | Database, teamId: string, day: Day): Promise<Expected[]> {
  const members = await db
    .select({ id: users.id, name: users.name })
    .from(teamMembers)
    .innerJoin(users, eq(users.id, teamMembers.userId))
    .where(and(eq(teamMembers.teamId, teamId), isNull(users.deactivatedAt), ne(users.role, "viewer")))
    .orderBy(asc(users.name), asc(users.id));
  const ids = members.map(({ id }) => id);
  const work = await listWorkDays(db, ids, day);
  return members.map(({ id, name }) => {
    const theirs = work.get(id);
    return { id, name, away: theirs ? whyOff(day, theirs) : null };
  });
}

import { eq } from "drizzle-orm";
import { users, voices, workspace } from "#drizzle/schema/schema";
import type { WorkDays } from "#lib/cadence/days";
import type { Database, Tx } from "#lib/db/store";

const WEEK = [1, 2, 3, 4, 5];

/** When somebody works; of nobody, the company's week. */
export async function readWorkDays(db: Tx | Database, userId: string | null): Promise<WorkDays> {
  const [person] = userId
    ? await db
        .select({ timeZone: users.timeZone, workingDays: users.workingDays, daysOff: voices.daysOff })
        .from(users)
        .leftJoin(voices, eq(voices.userId, users.id))
        .where(eq(users.id, userId))
    : [];
  if (person) return { ...person, daysOff: person.daysOff ?? [] };
  const [company] = await db.select({ timeZone: workspace.timeZone }).from(workspace);
  return { timeZone: company?.timeZone ?? "UTC", workingDays: WEEK, daysOff: [] };
}

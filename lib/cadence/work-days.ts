import { eq } from "drizzle-orm";
import { users, voices } from "#drizzle/schema/schema";
import type { WorkDays } from "#lib/cadence/days";
import type { Database, Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import { getCompany } from "#lib/workspace/queries";

const WEEK = [1, 2, 3, 4, 5];

/** When somebody works; of nobody, the company's week. */
export async function readWorkDays(
  ctx: Pick<Ctx, "store">,
  db: Tx | Database,
  userId: string | null,
): Promise<WorkDays> {
  const [person] = userId
    ? await db
        .select({ timeZone: users.timeZone, workingDays: users.workingDays, daysOff: voices.daysOff })
        .from(users)
        .leftJoin(voices, eq(voices.userId, users.id))
        .where(eq(users.id, userId))
    : [];
  if (!person) return { timeZone: (await getCompany(ctx)).timeZone, workingDays: WEEK, daysOff: [] };
  return { ...person, daysOff: person.daysOff ?? [] };
}

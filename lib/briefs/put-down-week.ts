import { and, desc, eq, ne } from "drizzle-orm";
import { briefs, briefWeeks, users } from "#drizzle/schema/schema";
import { nextBrief } from "#lib/briefs/weeks";
import { newId } from "#lib/db/ids";
import type { Database, Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";

/**
 * Puts down the next week that somebody is told of, after the last that they were: whatever becomes of clocks, time
 * zones and the day they choose, a week is told once. One that is to come already stays; who has none gets none.
 */
export async function putDownWeek(ctx: Ctx, db: Tx | Database, userId: string): Promise<void> {
  const [brief] = await db
    .select({ weekday: briefs.weekday, writeAt: briefs.writeAt, timeZone: users.timeZone })
    .from(briefs)
    .innerJoin(users, eq(users.id, briefs.userId))
    .where(and(eq(briefs.userId, userId), eq(briefs.active, true)));
  if (!brief) return;
  const [last] = await db
    .select({ monday: briefWeeks.monday })
    .from(briefWeeks)
    .where(and(eq(briefWeeks.userId, userId), ne(briefWeeks.state, "open")))
    .orderBy(desc(briefWeeks.monday))
    .limit(1);
  await db
    .insert(briefWeeks)
    .values({
      id: newId("brw", ctx.now()),
      userId,
      ...nextBrief(ctx.now(), brief, last?.monday),
      state: "open",
      createdAt: ctx.now(),
    })
    .onConflictDoNothing();
}

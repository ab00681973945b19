import { eq } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { type Day, localDay } from "#lib/format/dates";

/** The reader's IANA time zone, and the day it is there. */
export type Calendar = { timeZone: string; today: Day };

/** The day it is for whoever reads. */
export async function getCalendar(ctx: UserCtx): Promise<Calendar> {
  const [reading] = await reader(ctx.store)
    .select({ timeZone: users.timeZone })
    .from(users)
    .where(eq(users.id, ctx.actor.id));
  const timeZone = reading?.timeZone ?? "UTC";
  return { timeZone, today: localDay(ctx.now(), timeZone) };
}

import { and, eq } from "drizzle-orm";
import { standupDays } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import type { Database, Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import type { Day } from "#lib/format/dates";
import { nextStandup, type StandupTimes } from "#lib/standups/days";

const MOST_AHEAD = 14;

/**
 * Puts down the next stand-up of a team whose digest is to come, after `after` where that is given. A day that is there
 * already stays as it is: whatever becomes of clocks and time zones, it comes once.
 */
export async function putDownDay(
  ctx: Ctx,
  db: Tx | Database,
  standup: StandupTimes & { teamId: string },
  after?: Day,
): Promise<void> {
  let last = after;
  for (let n = 0; n < MOST_AHEAD; n++) {
    const next = nextStandup(ctx.now(), standup, last);
    const [row] = await db
      .insert(standupDays)
      .values({
        id: newId("sud", ctx.now()),
        teamId: standup.teamId,
        ...next,
        state: "open",
        createdAt: ctx.now(),
      })
      .onConflictDoNothing()
      .returning({ id: standupDays.id });
    if (row || (await hasOpenDay(db, standup.teamId))) return;
    last = next.day;
  }
}

async function hasOpenDay(db: Tx | Database, teamId: string): Promise<boolean> {
  const [open] = await db
    .select({ id: standupDays.id })
    .from(standupDays)
    .where(and(eq(standupDays.teamId, teamId), eq(standupDays.state, "open")));
  return open !== undefined;
}

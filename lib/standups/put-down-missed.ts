import { and, eq, lt, or } from "drizzle-orm";
import { standupDays, standups, standupUpdates } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import type { Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import type { Day } from "#lib/format/dates";
import { missedDay, timesOf } from "#lib/standups/days";
import type { StandupRow } from "#lib/standups/find-standup";

/**
 * Puts down the stand-up of `day` in the place of the one that is to come, where it is today's, its hour had passed when the
 * team began to hold it, and somebody wrote nevertheless. Returns its id; undefined where it is over, or to come as ever.
 */
export async function putDownMissed(
  ctx: Ctx,
  tx: Tx,
  standup: StandupRow,
  day: Day,
): Promise<string | undefined> {
  const { teamId } = standup;
  if (!standup.active || day !== missedDay(ctx.now(), standup)) return undefined;
  // Held before its days, as who changes it holds them.
  await tx.select().from(standups).where(eq(standups.teamId, teamId)).for("share");
  const ofTeam = eq(standupDays.teamId, teamId);
  const isThere = or(eq(standupDays.day, day), and(lt(standupDays.day, day), eq(standupDays.state, "open")));
  const there = await tx.$count(standupDays, and(ofTeam, isThere));
  const wrote = await tx.$count(
    standupUpdates,
    and(eq(standupUpdates.teamId, teamId), eq(standupUpdates.day, day)),
  );
  if (there > 0 || wrote === 0) return undefined;
  // A team has one day to come: the next one is put down again when this one is closed.
  await tx.delete(standupDays).where(and(ofTeam, eq(standupDays.state, "open")));
  const id = newId("sud", ctx.now());
  const { dueAt } = timesOf(day, standup);
  await tx.insert(standupDays).values({ id, teamId, day, dueAt, state: "open", createdAt: ctx.now() });
  return id;
}

import { and, desc, eq, gt, isNull, lte } from "drizzle-orm";
import { sources, standupDays, standupUpdates } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import type { Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { type Day, localDay } from "#lib/format/dates";
import { type StandupTimes, timesOf } from "#lib/standups/days";
import { sharedWith } from "#lib/standups/shared-with";

/** Why there is no digest of a day whose hour nobody was there for, when that of a later one has come too. */
export const NOBODY_THERE =
  "Countersign was not running at its hour, and people wrote for a later day before it ran again.";

/** Of what lies longer back nothing is put down. */
const MOST = 30;

/** The days after one for which somebody wrote and whose hour has come as well: no worker was there since. The first one first. */
export async function passedSince(
  ctx: Ctx,
  tx: Tx,
  standup: StandupTimes & { teamId: string },
  after: Day,
): Promise<Day[]> {
  const written = await tx
    .selectDistinct({ day: standupUpdates.day })
    .from(standupUpdates)
    .innerJoin(sources, and(eq(sources.id, standupUpdates.sourceId), isNull(sources.deletedAt)))
    .where(
      and(
        eq(standupUpdates.teamId, standup.teamId),
        gt(standupUpdates.day, after),
        lte(standupUpdates.day, localDay(ctx.now(), standup.timeZone)),
        sharedWith("team", standup.teamId),
      ),
    )
    .orderBy(desc(standupUpdates.day))
    .limit(MOST);
  return written
    .map(({ day }) => day)
    .filter((day) => timesOf(day, standup).dueAt <= ctx.now())
    .reverse();
}

/**
 * Puts down the days that passed while no worker was there, in the caller's transaction: the last one to have its digest
 * late, the others skipped with the reason, since digests of days gone by help nobody.
 */
export async function putDownPassed(
  ctx: Ctx,
  { tx, record }: Work,
  standup: StandupTimes & { teamId: string },
  passed: Day[],
): Promise<void> {
  const last = passed.at(-1);
  for (const day of passed) {
    const [row] = await tx
      .insert(standupDays)
      .values({
        id: newId("sud", ctx.now()),
        teamId: standup.teamId,
        day,
        dueAt: timesOf(day, standup).dueAt,
        remindAt: null,
        createdAt: ctx.now(),
        ...(day === last ? { state: "open" as const } : { state: "skipped" as const, reason: NOBODY_THERE }),
      })
      .onConflictDoNothing()
      .returning({ state: standupDays.state });
    if (row?.state === "skipped") record({ kind: "standup.skipped", subjectId: standup.teamId, data: {} });
  }
}

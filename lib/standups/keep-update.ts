import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { sources, sourceVersions, standupDays, standupUpdates } from "#drizzle/schema/schema";
import type { UpdateDoor } from "#drizzle/schema/standups";
import { newId } from "#lib/db/ids";
import type { Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import type { Day } from "#lib/format/dates";
import { timesOf } from "#lib/standups/days";
import type { StandupRow } from "#lib/standups/find-standup";

/** What is kept of somebody's words of a day, held until the transaction ends; undefined where there are none. */
export async function lockUpdate(tx: Tx, teamId: string, day: Day, userId: string) {
  const [row] = await tx
    .select({
      id: standupUpdates.id,
      sourceId: standupUpdates.sourceId,
      version: sources.currentVersion,
      text: sourceVersions.text,
    })
    .from(standupUpdates)
    .innerJoin(sources, and(eq(sources.id, standupUpdates.sourceId), isNull(sources.deletedAt)))
    .innerJoin(
      sourceVersions,
      and(eq(sourceVersions.sourceId, sources.id), eq(sourceVersions.version, sources.currentVersion)),
    )
    .where(
      and(eq(standupUpdates.teamId, teamId), eq(standupUpdates.day, day), eq(standupUpdates.userId, userId)),
    )
    .for("update");
  return row;
}

/**
 * Whether the digest of a day was asked for already. The day is held until the transaction ends: what comes while its
 * digest is being asked for is either in it, or late.
 */
export async function isLate(ctx: Ctx, tx: Tx, standup: StandupRow, day: Day): Promise<boolean> {
  const [row] = await tx
    .select({ state: standupDays.state })
    .from(standupDays)
    .where(and(eq(standupDays.teamId, standup.teamId), eq(standupDays.day, day)))
    .for("share");
  return row ? row.state !== "open" : timesOf(day, standup).dueAt <= ctx.now();
}

export type UpdateToKeep = {
  teamId: string;
  day: Day;
  userId: string | null;
  name: string;
  sourceId: string;
  via: UpdateDoor;
  late: boolean;
};

/** Puts down whose words of a day a source has, in place of those that were deleted. */
export async function keepUpdate(ctx: Ctx, { tx, record }: Work, update: UpdateToKeep): Promise<void> {
  const now = ctx.now();
  await forgetDeleted(tx, update);
  const id = newId("upd", now);
  await tx.insert(standupUpdates).values({ id, ...update, createdAt: now, changedAt: now });
  const { sourceId, teamId, via, late } = update;
  record({ kind: "update.posted", subjectId: id, sourceId, data: { teamId, via, late } });
}

async function forgetDeleted(tx: Tx, { teamId, day, userId }: UpdateToKeep): Promise<void> {
  if (!userId) return;
  const gone = tx.select({ id: sources.id }).from(sources).where(isNotNull(sources.deletedAt));
  await tx
    .delete(standupUpdates)
    .where(
      and(
        eq(standupUpdates.teamId, teamId),
        eq(standupUpdates.day, day),
        eq(standupUpdates.userId, userId),
        inArray(standupUpdates.sourceId, gone),
      ),
    );
}

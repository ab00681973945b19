import { and, eq, inArray, isNull } from "drizzle-orm";
import { standupDays, standupReminders, standupUpdates } from "#drizzle/schema/schema";
import { expectedOn } from "#lib/calendar/expected-on";
import { inTransaction, type Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { firstLoudMoment } from "#lib/notices/quiet";
import { listReceivers } from "#lib/notices/settings";

export type StandupDay = Pick<typeof standupDays.$inferSelect, "id" | "teamId" | "day" | "dueAt">;

/**
 * Puts down who is to be reminded of a team’s stand-up and when: whoever works that day, can sign in and has not written, now or
 * at the end of their quiet hours where that is before the digest. Done once a day: of two workers one gets a `conflict`.
 */
export function planReminders(ctx: Ctx, day: StandupDay): Promise<void> {
  return inTransaction(ctx.store, async (tx) => {
    const [taken] = await tx
      .update(standupDays)
      .set({ remindedAt: ctx.now() })
      .where(and(eq(standupDays.id, day.id), eq(standupDays.state, "open"), isNull(standupDays.remindedAt)))
      .returning({ id: standupDays.id });
    if (!taken) throw new AppError("conflict", "Another worker has reminded this team already.");
    const silent = await listReceivers(tx, await listSilent(tx, day), ctx.now());
    const due = silent
      .map((receiver) => ({ userId: receiver.id, dueAt: firstLoudMoment(ctx.now(), receiver) }))
      .filter(({ dueAt }) => dueAt < day.dueAt);
    if (due.length === 0) return;
    await tx
      .insert(standupReminders)
      .values(due.map((one) => ({ standupDayId: day.id, ...one })))
      .onConflictDoNothing();
  });
}

/** Of a team’s members, or only of one, those who are expected on its day and have not written, by their ids. */
export async function listSilent(tx: Tx, { teamId, day }: StandupDay, userId?: string): Promise<string[]> {
  const expected = (await expectedOn(tx, teamId, day))
    .filter(({ id, away }) => away === null && (!userId || id === userId))
    .map(({ id }) => id);
  if (expected.length === 0) return [];
  const wrote = await tx
    .select({ id: standupUpdates.userId })
    .from(standupUpdates)
    .where(
      and(
        eq(standupUpdates.teamId, teamId),
        eq(standupUpdates.day, day),
        inArray(standupUpdates.userId, expected),
      ),
    );
  const written = new Set(wrote.map(({ id }) => id));
  return expected.filter((id) => !written.has(id));
}

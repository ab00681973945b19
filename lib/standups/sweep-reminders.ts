import { and, asc, eq, gt, isNotNull, isNull, lte } from "drizzle-orm";
import { standupDays, standupReminders } from "#drizzle/schema/schema";
import { inTransaction, reader, type Tx } from "#lib/db/store";
import { AppError, ignoreConflict } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { giveNotices } from "#lib/notices/give-notices";
import { listReceivers } from "#lib/notices/settings";
import { listSilent, planReminders, type StandupDay } from "#lib/standups/plan-reminders";

const BATCH = 200;

/**
 * Reminds who has not written for a stand-up whose hour to be reminded has come, each person once a stand-up. What no worker
 * was there for until the digest is not made up for.
 */
export async function sweepReminders(ports: Ports): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  for (const day of await listDaysToRemind(ctx)) await planReminders(ctx, day).catch(ignoreConflict);
  for (const reminder of await listDue(ctx)) await remind(ctx, reminder).catch(ignoreConflict);
}

type Reminder = { userId: string; day: StandupDay; open: boolean };

const DAY = {
  id: standupDays.id,
  teamId: standupDays.teamId,
  day: standupDays.day,
  dueAt: standupDays.dueAt,
};

function listDaysToRemind(ctx: Ctx): Promise<StandupDay[]> {
  return reader(ctx.store)
    .select(DAY)
    .from(standupDays)
    .where(
      and(
        eq(standupDays.state, "open"),
        isNotNull(standupDays.remindAt),
        lte(standupDays.remindAt, ctx.now()),
        isNull(standupDays.remindedAt),
        gt(standupDays.dueAt, ctx.now()),
      ),
    )
    .orderBy(asc(standupDays.remindAt))
    .limit(BATCH);
}

async function listDue(ctx: Ctx): Promise<Reminder[]> {
  const rows = await reader(ctx.store)
    .select({ userId: standupReminders.userId, day: DAY, state: standupDays.state })
    .from(standupReminders)
    .innerJoin(standupDays, eq(standupDays.id, standupReminders.standupDayId))
    .where(and(isNull(standupReminders.doneAt), lte(standupReminders.dueAt, ctx.now())))
    .orderBy(asc(standupReminders.dueAt))
    .limit(BATCH);
  return rows.map(({ userId, day, state }) => ({
    userId,
    day,
    open: state === "open" && day.dueAt > ctx.now(),
  }));
}

/** Tells one person, where that is still true of them: they may have written or gone away since it was put down. */
async function remind(ctx: Ctx, { userId, day, open }: Reminder): Promise<void> {
  const needed = open && (await inTransaction(ctx.store, (tx) => isNeeded(ctx, tx, userId, day)));
  if (!needed) return inTransaction(ctx.store, (tx) => finish(ctx, tx, userId, day));
  await transact(ctx, async (work) => {
    await finish(ctx, work.tx, userId, day);
    await giveNotices(ctx, work, [{ userId, kind: "update", standupDayId: day.id }]);
  });
}

async function isNeeded(ctx: Ctx, tx: Tx, userId: string, day: StandupDay): Promise<boolean> {
  const silent = await listSilent(tx, day, userId);
  return (await listReceivers(tx, silent, ctx.now())).length > 0;
}

async function finish(ctx: Ctx, tx: Tx, userId: string, { id }: StandupDay): Promise<void> {
  const [done] = await tx
    .update(standupReminders)
    .set({ doneAt: ctx.now() })
    .where(
      and(
        eq(standupReminders.standupDayId, id),
        eq(standupReminders.userId, userId),
        isNull(standupReminders.doneAt),
      ),
    )
    .returning({ userId: standupReminders.userId });
  if (!done) throw new AppError("conflict", "Another worker has told them already.");
}

import { and, eq, isNotNull, isNull, lt, notExists, sql } from "drizzle-orm";
import { noticeDays, users } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import { type Database, reader, type Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import { addDays, type Day, localDay } from "#lib/format/dates";
import { instantAt, isWorkingDay, nextWorkingDay } from "#lib/format/zoned";
import { morningOf } from "#lib/notices/quiet";
import { listReceivers, type Receiver } from "#lib/notices/settings";

const BATCH = 100;
/** How long days that are over are kept, so that none of them can come twice. */
const KEPT_DAYS = 30;

/** Puts down the next morning of everybody who has none to come: who has just joined or come back, and everybody at first. */
export async function ensureDays(ctx: Ctx): Promise<void> {
  const db = reader(ctx.store);
  const toCome = db
    .select({ one: sql`1` })
    .from(noticeDays)
    .where(and(eq(noticeDays.userId, users.id), isNull(noticeDays.doneAt)));
  const without = await db
    .select({ id: users.id })
    .from(users)
    .where(and(isNotNull(users.joinedAt), isNull(users.deactivatedAt), notExists(toCome)))
    .limit(BATCH);
  if (without.length === 0) return;
  const receivers = await listReceivers(
    db,
    without.map(({ id }) => id),
    ctx.now(),
  );
  for (const receiver of receivers) await addDay(ctx, db, receiver, firstDay(ctx, receiver));
}

/** When somebody's morning of a day is. */
export function morningAt(day: Day, receiver: Receiver): Date {
  return instantAt(day, morningOf(receiver), receiver.timeZone);
}

/** Puts a morning down. One that is there already stays: a day comes once, whatever becomes of clocks and time zones. */
export async function addDay(ctx: Ctx, db: Tx | Database, receiver: Receiver, day: Day): Promise<void> {
  await db
    .insert(noticeDays)
    .values({ id: newId("day", ctx.now()), userId: receiver.id, day, dueAt: morningAt(day, receiver) })
    .onConflictDoNothing();
}

/** Forgets mornings of somebody that are long over. */
export async function forgetDays(tx: Tx, userId: string, today: Day): Promise<void> {
  const old = and(eq(noticeDays.userId, userId), lt(noticeDays.day, addDays(today, -KEPT_DAYS)));
  await tx.delete(noticeDays).where(and(old, isNotNull(noticeDays.doneAt)));
}

function firstDay(ctx: Ctx, receiver: Receiver): Day {
  const today = localDay(ctx.now(), receiver.timeZone);
  const isToCome = isWorkingDay(today, receiver.workingDays) && morningAt(today, receiver) > ctx.now();
  return isToCome ? today : nextWorkingDay(today, receiver.workingDays);
}

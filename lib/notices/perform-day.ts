import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { actions, noticeDays } from "#drizzle/schema/schema";
import { firstWorkDay, worksOn } from "#lib/calendar/work-days";
import { inTransaction, reader, type Tx } from "#lib/db/store";
import { AppError, ignoreConflict } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { addDays, type Day, localDay } from "#lib/format/dates";
import { nextWorkingDay } from "#lib/format/zoned";
import { addDay, forgetDays, morningAt } from "#lib/notices/days";
import { giveNotices, type NoticeToGive } from "#lib/notices/give-notices";
import { listReceivers, type Receiver } from "#lib/notices/settings";

/** Of one person; whoever has more overdue is told of that many. */
const MOST = 1000;

/**
 * Tells one person on the morning of a working day what is due until the next one, and once what is overdue, and puts
 * down the next morning, all in one transaction. Of two workers one does it. Days that went by meanwhile, because no
 * worker ran, are not made up for.
 */
export async function performNoticeDay(ports: Ports, dayId: string): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  const [row] = await reader(ctx.store).select().from(noticeDays).where(eq(noticeDays.id, dayId));
  if (!row || row.doneAt || row.dueAt > ctx.now()) return;
  const [receiver] = await listReceivers(reader(ctx.store), [row.userId], ctx.now());
  const today = receiver ? localDay(ctx.now(), receiver.timeZone) : row.day;
  // They have moved to where this morning is still to come.
  if (receiver && morningAt(row.day, receiver) > ctx.now())
    return inTransaction(ctx.store, (tx) => postpone(tx, dayId, morningAt(row.day, receiver)));
  const toGive = receiver && worksOn(today, receiver) ? await look(ctx, receiver, today) : [];
  const turn = (tx: Tx) => turnOver(ctx, tx, dayId, receiver, today);
  const done =
    toGive.length === 0
      ? inTransaction(ctx.store, turn)
      : transact(ctx, async (work) => {
          await turn(work.tx);
          await giveNotices(ctx, work, toGive);
        });
  await done.catch(ignoreConflict);
}

async function look(ctx: Ctx, receiver: Receiver, today: Day): Promise<NoticeToGive[]> {
  const userId = receiver.id;
  const until = firstWorkDay(addDays(today, 1), receiver);
  const open = await reader(ctx.store)
    .select({ id: actions.id, draftId: actions.draftId, dueOn: actions.dueOn })
    .from(actions)
    .where(and(eq(actions.ownerId, userId), eq(actions.state, "open"), lte(actions.dueOn, until)))
    .orderBy(asc(actions.dueOn), asc(actions.id))
    .limit(MOST);
  const overdue = open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length;
  const soon = open.filter(({ dueOn }) => dueOn !== null && dueOn > today);
  const due = soon.map(({ id, draftId }) => ({
    userId,
    kind: "due" as const,
    actionId: id,
    draftId,
    day: today,
  }));
  return overdue > 0 ? [...due, { userId, kind: "overdue", day: today, count: overdue }] : due;
}

async function postpone(tx: Tx, dayId: string, dueAt: Date): Promise<void> {
  await tx
    .update(noticeDays)
    .set({ dueAt })
    .where(and(eq(noticeDays.id, dayId), isNull(noticeDays.doneAt)));
}

async function turnOver(
  ctx: Ctx,
  tx: Tx,
  dayId: string,
  receiver: Receiver | undefined,
  today: Day,
): Promise<void> {
  const [done] = await tx
    .update(noticeDays)
    .set({ doneAt: ctx.now() })
    .where(and(eq(noticeDays.id, dayId), isNull(noticeDays.doneAt)))
    .returning({ day: noticeDays.day });
  if (!done) throw new AppError("conflict", "Another worker has told them already.");
  if (!receiver) return;
  const last = done.day > today ? done.day : today;
  // Not past their time away: whoever comes back early has a morning too, and on others nothing is told.
  await addDay(ctx, tx, receiver, nextWorkingDay(last, receiver.workingDays));
  await forgetDays(tx, receiver.id, today);
}

import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { NoticeKind } from "#drizzle/schema/notices";
import { noticeSettings, users } from "#drizzle/schema/schema";
import type { Role } from "#drizzle/schema/users";
import { dayBefore, listWorkDays } from "#lib/calendar/read-work-days";
import { type Database, reader, type Tx } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import type { Hours } from "#lib/notices/quiet";

/** How somebody wants to be told. Minutes are after midnight by their own clock. */
export type NoticeSettings = { mail: NoticeKind[]; quietFrom: number | null; quietUntil: number | null };

/** What holds until somebody chooses: mail of what is theirs to do, and none in the evening and at night. */
export const DEFAULTS: NoticeSettings = {
  mail: ["assigned", "handed_over", "due", "overdue", "blocker", "update", "nudged"],
  quietFrom: 18 * 60,
  quietUntil: 8 * 60,
};

/** One's own settings. */
export async function getNoticeSettings(ctx: UserCtx): Promise<NoticeSettings> {
  const [row] = await reader(ctx.store)
    .select({
      mail: noticeSettings.mail,
      quietFrom: noticeSettings.quietFrom,
      quietUntil: noticeSettings.quietUntil,
    })
    .from(noticeSettings)
    .where(eq(noticeSettings.userId, ctx.actor.id));
  return row ?? DEFAULTS;
}

/** Somebody who can be told something. */
export type Receiver = NoticeSettings &
  Hours & { id: string; name: string; role: Role; email: string | null };

/** Of these people those who can sign in to be told, in the order of their ids, with when they work from yesterday on. */
export async function listReceivers(db: Tx | Database, userIds: string[], now: Date): Promise<Receiver[]> {
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      role: users.role,
      email: users.email,
      settings: noticeSettings,
    })
    .from(users)
    .leftJoin(noticeSettings, eq(noticeSettings.userId, users.id))
    .where(and(inArray(users.id, userIds), isNotNull(users.joinedAt), isNull(users.deactivatedAt)))
    .orderBy(asc(users.id));
  const work = await listWorkDays(db, userIds, dayBefore(now));
  return rows.flatMap(({ settings, ...person }) => {
    const days = work.get(person.id);
    return days ? { ...person, ...days, ...(settings ?? DEFAULTS) } : [];
  });
}

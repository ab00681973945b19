import { and, eq, isNull, lte, type SQL } from "drizzle-orm";
import { notices } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { MarkNoticesRead } from "#lib/notices/schema";

/**
 * Marks one of one's notices as read, or all that came until the newest one saw. Says how many were not read before;
 * a mail that would still bring them leaves them out.
 */
export async function markNoticesRead(ctx: UserCtx, input: MarkNoticesRead): Promise<{ count: number }> {
  const marked = MarkNoticesRead.parse(input);
  const own = eq(notices.userId, ctx.actor.id);
  const these: SQL | undefined =
    "noticeId" in marked
      ? and(own, eq(notices.id, marked.noticeId))
      : and(own, lte(notices.createdAt, new Date(marked.until)));
  const found = await reader(ctx.store)
    .select({ readAt: notices.readAt })
    .from(notices)
    .where("noticeId" in marked ? these : and(these, isNull(notices.readAt)))
    .limit(1);
  if ("noticeId" in marked && !found[0]) throw new AppError("not_found", "There is no such notice of yours.");
  if (!found[0] || found[0].readAt) return { count: 0 };
  return transact(ctx, async ({ tx, record }) => {
    const rows = await tx
      .update(notices)
      .set({ readAt: ctx.now() })
      .where(and(these, isNull(notices.readAt)))
      .returning({ id: notices.id });
    if (rows.length === 0) throw new AppError("conflict", "You have read this elsewhere in the meantime.");
    record({ kind: "notice.read", subjectId: ctx.actor.id, data: { count: rows.length } });
    return { count: rows.length };
  });
}

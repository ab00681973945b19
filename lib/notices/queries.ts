import { and, desc, eq, isNull } from "drizzle-orm";
import type { NoticeKind } from "#drizzle/schema/notices";
import { notices } from "#drizzle/schema/schema";
import { type Counted, countEach } from "#lib/db/count";
import { olderThan, PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { NoticeFilter } from "#lib/notices/schema";
import { type NoticeRow, selectNotices, stillStands, visibleNotice } from "#lib/notices/standing";
import { pathOf, sentenceOf } from "#lib/notices/words";
import { getCalendar } from "#lib/users/calendar";

/** A notice as its receiver sees it. `at` is an ISO instant. */
export type ListedNotice = {
  id: string;
  kind: NoticeKind;
  at: string;
  read: boolean;
  sentence: string;
  /** Where it leads. */
  path: string;
  /** Whether it still asks for something: what it is about is open, and theirs. */
  stands: boolean;
};

/** What the reader was told, newest first. What they may not see any more is left out. */
export async function listNotices(ctx: UserCtx, filter: NoticeFilter): Promise<Page<ListedNotice>> {
  const { cursor } = NoticeFilter.parse(filter);
  const { today } = await getCalendar(ctx);
  const rows = await selectNotices(reader(ctx.store))
    .where(
      and(
        eq(notices.userId, ctx.actor.id),
        visibleNotice(ctx.actor),
        olderThan(cursor, notices.createdAt, notices.id),
      ),
    )
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(PAGE_ROWS + 1);
  const page = toPage(rows, (last) => [last.createdAt.toISOString(), last.id]);
  return { ...page, rows: page.rows.map((row) => toListed(ctx, row, today)) };
}

/** How many notices the reader has not read, at most 100. */
export async function countUnread(ctx: UserCtx): Promise<number> {
  const { unread } = await countEach(ctx, { unread: unreadNotices(ctx) });
  return unread;
}

/** The notices that the reader has not read, to be counted. */
export function unreadNotices({ actor }: UserCtx): Counted {
  return {
    table: notices,
    where: and(eq(notices.userId, actor.id), isNull(notices.readAt), visibleNotice(actor)),
  };
}

function toListed({ actor }: UserCtx, row: NoticeRow, today: string): ListedNotice {
  return {
    id: row.id,
    kind: row.kind,
    at: row.createdAt.toISOString(),
    read: row.readAt !== null,
    sentence: sentenceOf({ ...row, it: row.text ?? row.title ?? row.team }, today),
    path: pathOf(row),
    stands: stillStands(row, actor.id),
  };
}

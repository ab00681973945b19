import { type SQL, sql } from "drizzle-orm";
import { blockers } from "#drizzle/schema/schema";
import { BLOCKER_GROUPS, blockerGroup, type Urgent } from "#lib/blockers/groups";
import { decodeCursor } from "#lib/db/cursor";
import { brokenLink, olderThan } from "#lib/db/page";
import { isDay } from "#lib/format/dates";

/** The place of its group as a number to sort by, from 0. */
export const blockerRank = sql<number>`case when ${blockers.state} = 'owned' then 3
  when ${blockers.escalatedAt} is not null then 0 when ${blockers.state} = 'open' then 1 else 2 end`;

/** The columns by which a list is sorted: living ones by urgency and age, ended ones from the last on. */
export function blockerOrder(live: boolean): SQL[] {
  return live
    ? [blockerRank, sql`${blockers.firstOn}`, sql`${blockers.id}`]
    : [sql`${blockers.closedAt} desc`, sql`${blockers.id} desc`];
}

/** The rows after a cursor of that order. `invalid` for a cursor of another list. */
export function afterBlocker(cursor: string | undefined, live: boolean): SQL | undefined {
  if (!live) return olderThan(cursor, blockers.closedAt, blockers.id);
  if (!cursor) return undefined;
  const [rank, day, id] = decodeCursor(cursor, 3);
  if (!/^[0-3]$/.test(rank ?? "") || !day || !isDay(day) || !id) throw brokenLink();
  return sql`(${blockerRank}, ${blockers.firstOn}, ${blockers.id}) > (${Number(rank)}::int, ${day}::date, ${id})`;
}

/** Where a page ended in that order. */
export function blockerCursor(
  live: boolean,
  last: Urgent & { id: string; firstOn: string; closedAt: Date | null },
): (string | null)[] {
  if (!live) return [last.closedAt?.toISOString() ?? null, last.id];
  return [String(BLOCKER_GROUPS.indexOf(blockerGroup(last))), last.firstOn, last.id];
}

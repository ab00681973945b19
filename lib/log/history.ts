import { asc, desc, eq } from "drizzle-orm";
import { events } from "#drizzle/schema/schema";
import { reader, type Tx } from "#lib/db/store";
import type { Ctx, UserCtx } from "#lib/events/context";
import { localDay } from "#lib/format/dates";
import { LINE_COLUMNS, lineOf } from "#lib/log/lines";
import { readNames } from "#lib/log/names";
import { getCalendar } from "#lib/users/calendar";

/** One thing that happened to what a page shows. `at` is an ISO instant. */
export type HistoryLine = { seq: number; at: string; sentence: string };

const MOST = 200;

/** What happened to one thing, oldest first, at most 200 lines. `it` is what sentences call it. Who may see it was asked before. */
export async function listHistory(ctx: UserCtx, subjectId: string, it: string): Promise<HistoryLine[]> {
  const db = reader(ctx.store);
  const rows = await db
    .select(LINE_COLUMNS)
    .from(events)
    .where(eq(events.subjectId, subjectId))
    .orderBy(asc(events.seq))
    .limit(MOST);
  const names = await readNames(db, rows);
  const { today } = await getCalendar(ctx);
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at.toISOString(),
    sentence: lineOf(row, names, today, it),
  }));
}

/** The last thing that happened to a thing, as a sentence: what whoever lost a race to it is told. */
export async function lastSentence(
  ctx: Ctx,
  tx: Tx,
  subjectId: string,
  it: string,
): Promise<string | undefined> {
  const [row] = await tx
    .select(LINE_COLUMNS)
    .from(events)
    .where(eq(events.subjectId, subjectId))
    .orderBy(desc(events.seq))
    .limit(1);
  return row && lineOf(row, await readNames(tx, [row]), localDay(ctx.now(), "UTC"), it);
}

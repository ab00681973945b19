import { and, eq, lt, sql } from "drizzle-orm";
import { draftDays } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import type { Day } from "#lib/format/dates";
import { readOutreachOf } from "#lib/outreach/queries";

/** Whether another one may be drafted for somebody on a day of theirs. */
export async function isBelowCap(db: Tx | Database, userId: string, day: Day): Promise<boolean> {
  const [row] = await db
    .select({ drafted: draftDays.drafted })
    .from(draftDays)
    .where(and(eq(draftDays.userId, userId), eq(draftDays.day, day)));
  return (row?.drafted ?? 0) < (await readOutreachOf(db)).dailyCap;
}

/** Counts one more; false where the cap is reached. Of two workers at the last place one gets it. */
export async function countAgainstCap(tx: Tx, userId: string, day: Day): Promise<boolean> {
  const { dailyCap: cap } = await readOutreachOf(tx);
  if (cap < 1) return false;
  const [row] = await tx
    .insert(draftDays)
    .values({ userId, day, drafted: 1 })
    .onConflictDoUpdate({
      target: [draftDays.userId, draftDays.day],
      set: { drafted: sql`${draftDays.drafted} + 1` },
      setWhere: lt(draftDays.drafted, cap),
    })
    .returning({ drafted: draftDays.drafted });
  return row !== undefined;
}

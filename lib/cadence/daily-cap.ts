import { and, eq, lt, sql } from "drizzle-orm";
import { draftDays, outreach } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import type { Day } from "#lib/format/dates";

const CAP = 40;

/** How many follow-ups a day are drafted by themselves for each person. */
export async function readDailyCap(db: Tx | Database): Promise<number> {
  const [row] = await db.select({ cap: outreach.dailyCap }).from(outreach).where(eq(outreach.id, 1));
  return row?.cap ?? CAP;
}

/** Whether another one may be drafted for somebody on a day of theirs. */
export async function isBelowCap(db: Tx | Database, userId: string, day: Day): Promise<boolean> {
  const [row] = await db
    .select({ drafted: draftDays.drafted })
    .from(draftDays)
    .where(and(eq(draftDays.userId, userId), eq(draftDays.day, day)));
  return (row?.drafted ?? 0) < (await readDailyCap(db));
}

/** Counts one more; false where the cap is reached. Of two workers at the last place one gets it. */
export async function countAgainstCap(tx: Tx, userId: string, day: Day): Promise<boolean> {
  const cap = await readDailyCap(tx);
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

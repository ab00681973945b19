import { eq } from "drizzle-orm";
import { outreach } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";

const DAYS = [0, 3, 7, 14, 21];

/** The days of a new cadence, as the company has them. */
export async function readDefaultDays(db: Tx | Database): Promise<number[]> {
  const [row] = await db.select({ days: outreach.cadenceDays }).from(outreach).where(eq(outreach.id, 1));
  return row?.days ?? DAYS;
}

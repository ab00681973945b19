import { eq } from "drizzle-orm";
import { outreach } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";

const QUIET_DAYS = 14;

/** Days without anything after which somebody who answered is quiet, as the company says. */
export async function readQuietDays(db: Tx | Database): Promise<number> {
  const [row] = await db.select({ days: outreach.quietDays }).from(outreach).where(eq(outreach.id, 1));
  return row?.days ?? QUIET_DAYS;
}

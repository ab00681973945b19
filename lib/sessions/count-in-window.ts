import { lte, sql } from "drizzle-orm";
import { throttles } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";

/** How many there may be in how many milliseconds. */
export type Window = { most: number; windowMs: number };

/**
 * Counts one more under a key, in the database and so for all processes, up to one above the most. Returns how many
 * that makes, and the instant at which counting begins anew.
 */
export async function countInWindow(
  db: Pick<Tx, "insert">,
  now: Date,
  key: string,
  { most, windowMs }: Window,
): Promise<{ count: number; endsAt: Date }> {
  const over = lte(throttles.windowStartedAt, new Date(now.getTime() - windowMs));
  const startedAt = sql.param(now, throttles.windowStartedAt);
  const [row] = await db
    .insert(throttles)
    .values({ key, failures: 1, windowStartedAt: now })
    .onConflictDoUpdate({
      target: throttles.key,
      set: {
        failures: sql`case when ${over} then 1 else least(${throttles.failures}, ${most}) + 1 end`,
        windowStartedAt: sql`case when ${over} then ${startedAt} else ${throttles.windowStartedAt} end`,
      },
    })
    .returning();
  const { failures: count, windowStartedAt } = row ?? { failures: 0, windowStartedAt: now };
  return { count, endsAt: new Date(windowStartedAt.getTime() + windowMs) };
}

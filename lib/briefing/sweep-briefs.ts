import { and, asc, eq, inArray, isNull, lte, notExists, sql } from "drizzle-orm";
import { briefs, briefWeeks, users } from "#drizzle/schema/schema";
import { askBrief } from "#lib/briefing/ask-brief";
import { putDownWeek } from "#lib/briefs/put-down-week";
import { reader } from "#lib/db/store";
import { ignoreConflict } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";

const BATCH = 100;

/**
 * Asks for the briefs whose hour has come, and puts down the next week of leaders who have none. Of two workers one asks
 * for a brief: the other finds the week taken.
 */
export async function sweepBriefs(ports: Ports): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  await ensureWeeks(ctx);
  const due = await reader(ctx.store)
    .select({ id: briefWeeks.id })
    .from(briefWeeks)
    .where(and(eq(briefWeeks.state, "open"), lte(briefWeeks.dueAt, ctx.now())))
    .orderBy(asc(briefWeeks.dueAt), asc(briefWeeks.id))
    .limit(BATCH);
  for (const { id } of due) await askBrief(ctx, id).catch(ignoreConflict);
}

/** Also of whoever was no leader, or away from the roster, when their last one came. */
async function ensureWeeks(ctx: Ctx): Promise<void> {
  const db = reader(ctx.store);
  const toCome = db
    .select({ one: sql`1` })
    .from(briefWeeks)
    .where(and(eq(briefWeeks.userId, briefs.userId), eq(briefWeeks.state, "open")));
  const without = await db
    .select({ userId: briefs.userId })
    .from(briefs)
    .innerJoin(users, eq(users.id, briefs.userId))
    .where(
      and(
        eq(briefs.active, true),
        isNull(users.deactivatedAt),
        inArray(users.role, ["leader", "admin"]),
        notExists(toCome),
      ),
    )
    .limit(BATCH);
  for (const { userId } of without) await putDownWeek(ctx, db, userId);
}

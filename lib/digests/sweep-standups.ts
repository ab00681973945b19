import { and, asc, eq, lte, notExists, sql } from "drizzle-orm";
import { standupDays, standups } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { closeDay } from "#lib/digests/close-day";
import { ignoreConflict } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { putDownDay } from "#lib/standups/put-down-day";

const BATCH = 100;

/**
 * Asks for the digests whose hour has come, and puts down the next day of teams that have none. What is looked at are
 * teams and their days, never all updates. Of two workers one asks for a digest: the other finds the day closed.
 */
export async function sweepStandups(ports: Ports): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  await ensureDays(ctx);
  const due = await reader(ctx.store)
    .select({ id: standupDays.id })
    .from(standupDays)
    .where(and(eq(standupDays.state, "open"), lte(standupDays.dueAt, ctx.now())))
    .orderBy(asc(standupDays.dueAt), asc(standupDays.id))
    .limit(BATCH);
  for (const { id } of due) await transact(ctx, (work) => closeDay(ctx, work, id)).catch(ignoreConflict);
}

async function ensureDays(ctx: Ctx): Promise<void> {
  const db = reader(ctx.store);
  const toCome = db
    .select({ one: sql`1` })
    .from(standupDays)
    .where(and(eq(standupDays.teamId, standups.teamId), eq(standupDays.state, "open")));
  const without = await db
    .select()
    .from(standups)
    .where(and(eq(standups.active, true), notExists(toCome)))
    .limit(BATCH);
  for (const standup of without) await putDownDay(ctx, db, standup);
}

import { and, asc, eq, lte, notExists, sql } from "drizzle-orm";
import { standupDays, standups } from "#drizzle/schema/schema";
import { reader, type Tx } from "#lib/db/store";
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
    .select({ teamId: standups.teamId })
    .from(standups)
    .where(and(eq(standups.active, true), notExists(toCome)))
    .limit(BATCH);
  for (const { teamId } of without) await transact(ctx, ({ tx }) => putDownFirst(ctx, tx, teamId));
}

/** As the stand-up is held when it is put down: somebody may have changed it, or ended it, since it was looked at. */
async function putDownFirst(ctx: Ctx, tx: Tx, teamId: string): Promise<void> {
  const [standup] = await tx
    .select()
    .from(standups)
    .where(and(eq(standups.teamId, teamId), eq(standups.active, true)))
    .for("share");
  if (standup) await putDownDay(ctx, tx, standup);
}

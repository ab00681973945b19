import { and, asc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { blockers } from "#drizzle/schema/schema";
import { newestSource } from "#lib/blockers/standing";
import { PUT_ASIDE, UNCONFIRMED_DAYS } from "#lib/blockers/unconfirmed";
import { reader } from "#lib/db/store";
import { AppError, ignoreConflict } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";

const BATCH = 100;
const DAY_MS = 86_400_000;

/**
 * Puts aside what was found in updates, confirmed by nobody and not said again for a week, by the team's own days. It
 * comes back as a proposal when it is said again. What was said so often that it needs a decision waits for one.
 */
export async function sweepUnconfirmed(ports: Ports): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  const over = await listOver(ctx);
  if (over.length === 0) return;
  await transact(ctx, (work) => putAside(ctx, work, over)).catch(ignoreConflict);
}

async function putAside(ctx: Ctx, { tx, record }: Work, over: string[]): Promise<void> {
  const gone = await tx
    .update(blockers)
    .set({
      state: "dismissed",
      closing: PUT_ASIDE,
      closedAt: ctx.now(),
      version: sql`${blockers.version} + 1`,
    })
    // Asked again: somebody may have confirmed it, or said it again, since it was looked at.
    .where(and(inArray(blockers.id, over), isOver(ctx)))
    .returning({ id: blockers.id, sourceId: newestSource });
  for (const { id, sourceId } of gone)
    record({ kind: "blocker.put_aside", subjectId: id, ...(sourceId && { sourceId }), data: {} });
  if (gone.length === 0) throw new AppError("conflict", "Another worker put them aside.");
}

async function listOver(ctx: Ctx): Promise<string[]> {
  const rows = await reader(ctx.store)
    .select({ id: blockers.id })
    .from(blockers)
    .where(isOver(ctx))
    .orderBy(asc(blockers.firstOn), asc(blockers.id))
    .limit(BATCH);
  return rows.map(({ id }) => id);
}

function isOver(ctx: Ctx) {
  const now = ctx.now();
  const today = sql`(${now.toISOString()}::timestamptz at time zone coalesce(
    (select held.time_zone from standups held where held.team_id = blockers.team_id), 'UTC'))::date`;
  return and(
    eq(blockers.state, "proposed"),
    isNull(blockers.escalatedAt),
    sql`blockers.last_on < ${today} - ${sql.raw(String(UNCONFIRMED_DAYS))}`,
    // What came in late, for a day that is long gone, has its week too.
    lt(blockers.createdAt, new Date(now.getTime() - UNCONFIRMED_DAYS * DAY_MS)),
  );
}

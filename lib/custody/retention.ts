import { and, asc, eq, isNull, lt, sql } from "drizzle-orm";
import { retention, sources } from "#drizzle/schema/schema";
import { deleteSource } from "#lib/custody/delete-source";
import { canSetRetention } from "#lib/custody/policy";
import { SetRetention } from "#lib/custody/schema";
import { reader } from "#lib/db/store";
import { AppError, ignoreConflict, isAppError } from "#lib/errors";
import type { Ctx, Ports, UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { getWorkflow } from "#lib/workflows/registry";

const DAY_MS = 24 * 3600 * 1000;
/** Sources deleted in one sweep, so that it ends soon; the rest waits for the next. */
const MOST = 20;

/** How long sources are kept, for each workflow that has a limit. */
export async function listRetention(ctx: Ctx) {
  return reader(ctx.store).select().from(retention).orderBy(asc(retention.workflow));
}

/**
 * Says how long sources of a workflow are kept, and what becomes of their records then. `conflict` with the number in
 * `detail.going` where more sources would go at once than whoever asks knows of.
 */
export async function setRetention(ctx: UserCtx, input: SetRetention): Promise<void> {
  const { workflow, days, records, going } = SetRetention.parse(input);
  if (!canSetRetention(ctx.actor))
    throw new AppError("forbidden", "Only admins say how long sources are kept.");
  const { key } = getWorkflow(workflow);
  await transact(ctx, async ({ tx, record }) => {
    if (days === null) await tx.delete(retention).where(eq(retention.workflow, key));
    else {
      refuseUnknown(await tx.$count(sources, isOver(ctx, key, days)), going, days);
      await tx
        .insert(retention)
        .values({ workflow: key, days, records })
        .onConflictDoUpdate({ target: retention.workflow, set: { days, records } });
    }
    const limit = days === null ? { days } : { days, records };
    record({ kind: "retention.changed", subjectId: "workspace", data: { workflow: key, ...limit } });
  });
}

function refuseUnknown(over: number, known: number, days: number): void {
  if (over <= known) return;
  const sources = `${over} ${over === 1 ? "source" : "sources"}`;
  const period = `${days} ${days === 1 ? "day" : "days"}`;
  throw new AppError(
    "conflict",
    `${sources} came in more than ${period} ago and would be deleted at once. Nothing was changed.`,
    { going: over },
  );
}

/** Deletes sources whose time is over. Returns how many. */
export async function sweepRetention(ports: Ports): Promise<number> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  let deleted = 0;
  for (const { workflow, days, records } of await listRetention(ctx)) {
    for (const { id } of await listOver(ctx, workflow, days)) {
      if (await deleteSource(ctx, { sourceId: id, records }).catch(ignoreGone)) deleted += 1;
    }
  }
  return deleted;
}

/** What is leaving at this moment goes with a later sweep; what a person deleted is gone already. */
function ignoreGone(error: unknown): undefined {
  if (!isAppError(error, "not_found")) ignoreConflict(error);
}

function listOver(ctx: Ctx, workflow: string, days: number) {
  return reader(ctx.store)
    .select({ id: sources.id })
    .from(sources)
    .where(isOver(ctx, workflow, days))
    .orderBy(asc(sources.createdAt))
    .limit(MOST);
}

/**
 * The condition for sources that are kept and were to be kept for so many days. What code wrote from a lead's fields
 * goes with the lead: with it all its drafts would go, also those of today.
 */
function isOver(ctx: Ctx, workflow: string, days: number) {
  const before = new Date(ctx.now().getTime() - days * DAY_MS);
  const byPeople = sql`${sources.provenance}->>'via' <> 'code'`;
  return and(
    eq(sources.workflow, workflow),
    isNull(sources.deletedAt),
    lt(sources.createdAt, before),
    byPeople,
  );
}

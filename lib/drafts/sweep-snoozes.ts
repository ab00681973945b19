import { and, asc, isNull, lte } from "drizzle-orm";
import { snoozes } from "#drizzle/schema/schema";
import { anyOf } from "#lib/db/any-of";
import { reader } from "#lib/db/store";
import { AppError, ignoreConflict } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { transact } from "#lib/events/transact";

const BATCH = 200;

/** Tells the log, and so open pages, which snoozed drafts are back. They are back by their time, whether or not it was told. */
export async function sweepSnoozes(ports: Ports): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  const untold = and(isNull(snoozes.toldAt), lte(snoozes.until, ctx.now()));
  const back = await reader(ctx.store)
    .select({ draftId: snoozes.draftId })
    .from(snoozes)
    .where(untold)
    .orderBy(asc(snoozes.until))
    .limit(BATCH);
  if (back.length === 0) return;
  const ids = back.map(({ draftId }) => draftId);
  await tell(ctx, ids).catch(ignoreConflict);
}

function tell(ctx: Ctx, draftIds: string[]): Promise<void> {
  return transact(ctx, async ({ tx, record }) => {
    const told = await tx
      .update(snoozes)
      .set({ toldAt: ctx.now() })
      .where(and(isNull(snoozes.toldAt), lte(snoozes.until, ctx.now()), anyOf(snoozes.draftId, draftIds)))
      .returning({ userId: snoozes.userId, draftId: snoozes.draftId });
    if (told.length === 0) throw new AppError("conflict", "Another worker told it.");
    for (const { userId, draftId } of told)
      record({ kind: "draft.woken", subjectId: draftId, draftId, data: { userId } });
  });
}

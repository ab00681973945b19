import { and, eq, inArray, sql } from "drizzle-orm";
import { blockers } from "#drizzle/schema/schema";
import { type BlockerStanding, canDecideBlocker, canTakeBlocker } from "#lib/blockers/policy";
import { newestSource, standingOf } from "#lib/blockers/standing";
import { BLOCKER_TRANSITIONS, LIVE_STATES } from "#lib/blockers/states";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import type { Event } from "#lib/events/kinds";
import { transact } from "#lib/events/transact";
import { statesBefore } from "#lib/events/transitions";
import { lastSentence } from "#lib/log/history";
import { giveNotices } from "#lib/notices/give-notices";
import { visibleBlocker } from "#lib/sources/visibility";

export type BlockerRow = typeof blockers.$inferSelect;
type BlockerEvent = Extract<Event, { kind: `blocker.${string}` }>;
type Columns = Partial<
  Pick<
    BlockerRow,
    "state" | "text" | "ownerId" | "waitsForTeamId" | "waitsForId" | "closing" | "closedAt" | "closedBy"
  >
>;
/** `from` are the states it may come from, where its columns don't say so; `tell` is who is told of it. */
export type BlockerChange = {
  columns: Columns;
  from?: BlockerRow["state"][];
  event: Pick<BlockerEvent, "kind" | "data">;
  tell?: string;
};

/** Who may: `decide` for ending, reopening and its words, `take` for confirming it and who unblocks it. */
type Act = "decide" | "take";

/**
 * Changes a blocker at the version that was seen, if its state allows it, and records one event.
 * `not_found`, `forbidden`, or `conflict` saying who was faster and with what.
 */
export function changeBlocker(
  ctx: UserCtx,
  seen: { blockerId: string; version: number },
  act: Act,
  change: (blocker: BlockerRow, tx: Tx) => BlockerChange | Promise<BlockerChange>,
): Promise<BlockerRow> {
  return transact(ctx, async (work) => {
    const { tx, record } = work;
    const { blocker, standing, sourceId } = await findVisibleBlocker(ctx, tx, seen.blockerId);
    refuseOthers(ctx, act, standing);
    const { columns, from, event, tell } = await change(blocker, tx);
    const [row] = await tx
      .update(blockers)
      .set({ ...columns, version: sql`${blockers.version} + 1` })
      .where(
        and(
          eq(blockers.id, blocker.id),
          eq(blockers.version, seen.version),
          inArray(blockers.state, from ?? statesFor(columns)),
        ),
      )
      .returning();
    if (!row) throw await lostRace(ctx, tx, blocker.id);
    record({ ...event, subjectId: blocker.id, ...(sourceId && { sourceId }) } as BlockerEvent);
    if (tell) await giveNotices(ctx, work, [{ userId: tell, kind: "blocker", blockerId: blocker.id }]);
    return row;
  });
}

// What doesn't move it is for those that live.
function statesFor({ state }: Columns): BlockerRow["state"][] {
  return state ? statesBefore(BLOCKER_TRANSITIONS, state) : [...LIVE_STATES];
}

function refuseOthers(ctx: UserCtx, act: Act, standing: BlockerStanding): void {
  if (act === "take" && !canTakeBlocker(ctx.actor, standing))
    throw new AppError(
      "forbidden",
      "The team, the team it waits for, a leader or an admin can say whether this is a blocker, and who unblocks it.",
    );
  if (act === "decide" && !canDecideBlocker(ctx.actor, standing))
    throw new AppError(
      "forbidden",
      "Whose blocker this is, who unblocks it, the team’s lead, a leader or an admin can change it.",
    );
}

async function findVisibleBlocker(ctx: UserCtx, tx: Tx, blockerId: string) {
  const [found] = await tx
    .select({ blocker: blockers, sourceId: newestSource, ...standingOf(ctx.actor) })
    .from(blockers)
    .where(and(eq(blockers.id, blockerId), visibleBlocker(ctx.actor)));
  if (!found) throw new AppError("not_found", "There is no such blocker, or it is not shared with you.");
  const { blocker, sourceId, ...is } = found;
  return { blocker, sourceId, standing: { ...blocker, ...is } };
}

async function lostRace(ctx: UserCtx, tx: Tx, blockerId: string): Promise<AppError> {
  const [now] = await tx.select({ state: blockers.state }).from(blockers).where(eq(blockers.id, blockerId));
  if (!now) return new AppError("conflict", "This blocker is said no longer, so its proposal is gone.");
  const first = (await lastSentence(ctx, tx, blockerId, "this blocker")) ?? "This blocker has changed.";
  return new AppError("conflict", `${first} Your change was not counted.`, { state: now.state });
}

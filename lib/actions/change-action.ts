import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { NoticeKind } from "#drizzle/schema/notices";
import type { ActionState } from "#drizzle/schema/records";
import { actions } from "#drizzle/schema/schema";
import { canChangeAction } from "#lib/actions/policy";
import { ACTION_TRANSITIONS } from "#lib/actions/states";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import type { Event } from "#lib/events/kinds";
import { transact } from "#lib/events/transact";
import { statesBefore } from "#lib/events/transitions";
import { lastSentence } from "#lib/log/history";
import { giveNotices } from "#lib/notices/give-notices";
import { visibleDraft } from "#lib/sources/visibility";

export type ActionRow = typeof actions.$inferSelect;
type ActionEvent = Extract<Event, { kind: `action.${string}` }>;
type Columns = Partial<
  Pick<ActionRow, "state" | "closedAt" | "closedBy" | "cancelReason" | "ownerId" | "ownerName" | "dueOn">
>;
/** `tell` is who is told of it. */
type Change = {
  columns: Columns;
  event: Pick<ActionEvent, "kind" | "data">;
  tell?: { userId: string; kind: NoticeKind };
};

/**
 * Changes an action at the version that was seen, if its state allows it, and records one event.
 * `not_found`, `forbidden`, or `conflict` saying who was faster.
 */
export function changeAction(
  ctx: UserCtx,
  seen: { actionId: string; version: number },
  change: (action: ActionRow, tx: Tx) => Change | Promise<Change>,
): Promise<ActionRow> {
  return transact(ctx, async (work) => {
    const { tx, record } = work;
    const action = await findVisibleAction(ctx, tx, seen.actionId);
    if (!canChangeAction(ctx.actor, action)) {
      throw new AppError("forbidden", "The owner of this action, a leader or an admin can change it.");
    }
    const { columns, event, tell } = await change(action, tx);
    const [row] = await tx
      .update(actions)
      .set({ ...columns, version: sql`${actions.version} + 1` })
      .where(
        and(
          eq(actions.id, action.id),
          eq(actions.version, seen.version),
          inArray(actions.state, statesFor(columns)),
        ),
      )
      .returning();
    if (!row) throw await lostRace(ctx, tx, action.id);
    record({ ...event, subjectId: action.id, draftId: action.draftId } as ActionEvent);
    if (tell) await giveNotices(ctx, work, [{ ...tell, actionId: action.id, draftId: action.draftId }]);
    return row;
  });
}

// What doesn't move it is for open ones.
function statesFor({ state }: Columns): ActionState[] {
  return state ? statesBefore(ACTION_TRANSITIONS, state) : ["open"];
}

/** The actor's own actions are theirs to see even where the source is not. */
async function findVisibleAction(ctx: UserCtx, tx: Tx, actionId: string): Promise<ActionRow> {
  const [action] = await tx
    .select()
    .from(actions)
    .where(
      and(
        eq(actions.id, actionId),
        or(eq(actions.ownerId, ctx.actor.id), visibleDraft(ctx.actor, actions.draftId)),
      ),
    );
  if (!action) throw new AppError("not_found", "There is no such action, or it is not shared with you.");
  return action;
}

async function lostRace(ctx: UserCtx, tx: Tx, actionId: string): Promise<AppError> {
  const [now] = await tx.select({ state: actions.state }).from(actions).where(eq(actions.id, actionId));
  if (!now) return new AppError("conflict", "The approval of this action was taken back, so it is gone.");
  const first = (await lastSentence(ctx, tx, actionId, "this action")) ?? "This action has changed.";
  return new AppError("conflict", `${first} Your change was not counted.`, { state: now.state });
}

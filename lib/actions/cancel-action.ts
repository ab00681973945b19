import { type ActionRow, changeAction } from "#lib/actions/change-action";
import { CancelAction } from "#lib/actions/schema";
import type { UserCtx } from "#lib/events/context";

/** Closes an action that will not be done, with the reason. */
export async function cancelAction(ctx: UserCtx, input: CancelAction): Promise<ActionRow> {
  const { reason, ...seen } = CancelAction.parse(input);
  return changeAction(ctx, seen, () => ({
    columns: { state: "cancelled", closedAt: ctx.now(), closedBy: ctx.actor.id, cancelReason: reason },
    event: { kind: "action.cancelled", data: {} },
  }));
}

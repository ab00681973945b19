import { type ActionRow, changeAction } from "#lib/actions/change-action";
import { CompleteAction } from "#lib/actions/schema";
import type { UserCtx } from "#lib/events/context";

/** Marks an open action as done. */
export async function completeAction(ctx: UserCtx, input: CompleteAction): Promise<ActionRow> {
  return changeAction(ctx, CompleteAction.parse(input), () => ({
    columns: { state: "done", closedAt: ctx.now(), closedBy: ctx.actor.id },
    event: { kind: "action.completed", data: {} },
  }));
}

import { type ActionRow, changeAction } from "#lib/actions/change-action";
import { RedateAction } from "#lib/actions/schema";
import type { UserCtx } from "#lib/events/context";

/** Moves the day an open action is due, or takes it away. */
export async function redateAction(ctx: UserCtx, input: RedateAction): Promise<ActionRow> {
  const { dueOn, ...seen } = RedateAction.parse(input);
  return changeAction(ctx, seen, (action) => ({
    columns: { dueOn },
    event: { kind: "action.redated", data: { from: action.dueOn, to: dueOn } },
  }));
}

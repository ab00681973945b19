import { type ActionRow, changeAction } from "#lib/actions/change-action";
import { ReopenAction } from "#lib/actions/schema";
import type { UserCtx } from "#lib/events/context";

/** Opens an action again that was done or cancelled. */
export async function reopenAction(ctx: UserCtx, input: ReopenAction): Promise<ActionRow> {
  return changeAction(ctx, ReopenAction.parse(input), () => ({
    columns: { state: "open", closedAt: null, closedBy: null, cancelReason: null },
    event: { kind: "action.reopened", data: {} },
  }));
}

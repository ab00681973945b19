import { type BlockerRow, changeBlocker } from "#lib/blockers/change-blocker";
import { ReopenBlocker } from "#lib/blockers/schema";
import { ENDED_STATES } from "#lib/blockers/states";
import type { UserCtx } from "#lib/events/context";

/** Opens a blocker again that had ended. Who unblocks it is still who it was. */
export async function reopenBlocker(ctx: UserCtx, input: ReopenBlocker): Promise<BlockerRow> {
  return changeBlocker(ctx, ReopenBlocker.parse(input), "decide", ({ ownerId }) => ({
    columns: { state: ownerId ? "owned" : "open", closing: null, closedAt: null, closedBy: null },
    from: [...ENDED_STATES],
    event: { kind: "blocker.reopened", data: {} },
  }));
}

import { type BlockerRow, changeBlocker } from "#lib/blockers/change-blocker";
import { DismissBlocker } from "#lib/blockers/schema";
import type { UserCtx } from "#lib/events/context";

/** Says that what was taken for a blocker is none. */
export async function dismissBlocker(ctx: UserCtx, input: DismissBlocker): Promise<BlockerRow> {
  return changeBlocker(ctx, DismissBlocker.parse(input), "decide", () => ({
    columns: { state: "dismissed", closedAt: ctx.now(), closedBy: ctx.actor.id },
    event: { kind: "blocker.dismissed", data: {} },
  }));
}

import { type BlockerRow, changeBlocker } from "#lib/blockers/change-blocker";
import { AcceptBlocker } from "#lib/blockers/schema";
import type { UserCtx } from "#lib/events/context";

/** Decides to live with a blocker, with one line on why. */
export async function acceptBlocker(ctx: UserCtx, input: AcceptBlocker): Promise<BlockerRow> {
  const { why, ...seen } = AcceptBlocker.parse(input);
  return changeBlocker(ctx, seen, "decide", () => ({
    columns: { state: "accepted", closing: why, closedAt: ctx.now(), closedBy: ctx.actor.id },
    event: { kind: "blocker.accepted", data: {} },
  }));
}

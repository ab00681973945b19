import { type BlockerRow, changeBlocker } from "#lib/blockers/change-blocker";
import { ResolveBlocker } from "#lib/blockers/schema";
import type { UserCtx } from "#lib/events/context";

/** Ends a blocker that is out of the way, with one line on how. */
export async function resolveBlocker(ctx: UserCtx, input: ResolveBlocker): Promise<BlockerRow> {
  const { how, ...seen } = ResolveBlocker.parse(input);
  return changeBlocker(ctx, seen, "decide", () => ({
    columns: { state: "resolved", closing: how, closedAt: ctx.now(), closedBy: ctx.actor.id },
    event: { kind: "blocker.resolved", data: {} },
  }));
}

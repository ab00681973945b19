import { type BlockerRow, changeBlocker } from "#lib/blockers/change-blocker";
import { RewordBlocker } from "#lib/blockers/schema";
import type { UserCtx } from "#lib/events/context";

/** Says in other words what is in the way. What people said of it stays as they said it. */
export async function rewordBlocker(ctx: UserCtx, input: RewordBlocker): Promise<BlockerRow> {
  const { text, ...seen } = RewordBlocker.parse(input);
  return changeBlocker(ctx, seen, "decide", () => ({
    columns: { text },
    event: { kind: "blocker.reworded", data: {} },
  }));
}

import { type BlockerRow, changeBlocker } from "#lib/blockers/change-blocker";
import { ConfirmBlocker } from "#lib/blockers/schema";
import type { UserCtx } from "#lib/events/context";

/** Says that a proposed blocker is one. */
export async function confirmBlocker(ctx: UserCtx, input: ConfirmBlocker): Promise<BlockerRow> {
  return changeBlocker(ctx, ConfirmBlocker.parse(input), "take", () => ({
    columns: { state: "open" },
    from: ["proposed"],
    event: { kind: "blocker.confirmed", data: {} },
  }));
}

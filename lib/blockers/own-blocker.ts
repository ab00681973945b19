import { and, eq, isNull } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import { type BlockerRow, changeBlocker } from "#lib/blockers/change-blocker";
import { OwnBlocker } from "#lib/blockers/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";

/**
 * Says who gets a blocker out of the way, which confirms a proposed one; or that nobody does any more. Who is given it
 * is told, and sees it from then on, also where it is another team's; its quotes stay with who sees the sources.
 */
export async function ownBlocker(ctx: UserCtx, input: OwnBlocker): Promise<BlockerRow> {
  const { ownerId, ...seen } = OwnBlocker.parse(input);
  return changeBlocker(ctx, seen, "take", async (blocker, tx) => {
    if (ownerId) await refuseWhoCant(tx, ownerId);
    return {
      columns: { ownerId, state: ownerId ? "owned" : "open" },
      from: ownerId ? ["proposed", "open", "owned"] : ["owned"],
      event: { kind: "blocker.owned", data: { from: blocker.ownerId, to: ownerId } },
      tell: ownerId && ownerId !== blocker.ownerId ? ownerId : undefined,
    };
  });
}

async function refuseWhoCant(tx: Tx, id: string): Promise<void> {
  const [owner] = await tx
    .select({ name: users.name, role: users.role })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.deactivatedAt)))
    // Until this is through, nobody deactivates them: what they get now must be handed over with the rest.
    .for("share");
  if (!owner) throw new AppError("invalid", "This person is not on the roster any more. Choose another one.");
  if (owner.role === "viewer")
    throw new AppError("invalid", `${owner.name} is a viewer and only reads. Choose somebody else.`);
}

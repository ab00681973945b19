import { and, eq, isNull } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import { type ActionRow, changeAction } from "#lib/actions/change-action";
import { ReassignAction } from "#lib/actions/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";

/** Gives an open action to somebody on the roster, or to nobody. Who gets it is told. */
export async function reassignAction(ctx: UserCtx, input: ReassignAction): Promise<ActionRow> {
  const { ownerId, ...seen } = ReassignAction.parse(input);
  return changeAction(ctx, seen, async (action, tx) => {
    const owner = ownerId ? await getOwner(tx, ownerId) : null;
    return {
      columns: { ownerId, ownerName: owner?.name ?? null },
      event: { kind: "action.reassigned", data: { from: action.ownerId, to: ownerId } },
      tell:
        ownerId && ownerId !== action.ownerId
          ? { userId: ownerId, kind: action.ownerId === ctx.actor.id ? "handed_over" : "assigned" }
          : undefined,
    };
  });
}

async function getOwner(tx: Tx, id: string): Promise<{ name: string }> {
  const [owner] = await tx
    .select({ name: users.name })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.deactivatedAt)))
    // Until this is through, nobody deactivates them: what they get now must be handed over with the rest.
    .for("share");
  if (!owner) throw new AppError("invalid", "This person is not on the roster any more. Choose another one.");
  return owner;
}

import { and, eq, isNull } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserActor } from "#lib/events/context";

/** Finds people by their ids, each once, and keeps them active until the transaction ends. */
export type FindHeir = (userId: string | null) => Promise<UserActor | null>;

/**
 * Who takes over from `leavingId`: somebody active who may work on what they get, so no viewer. What they may see is
 * asked of them as of anybody.
 */
export function heirsIn(tx: Tx, leavingId: string): FindHeir {
  const found = new Map<string, UserActor>();
  return async (userId) => {
    if (userId === null) return null;
    const known = found.get(userId);
    if (known) return known;
    if (userId === leavingId)
      throw new AppError("invalid", "Choose somebody else: nobody takes over from themselves.");
    const [row] = await tx
      .select({ id: users.id, name: users.name, role: users.role })
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.deactivatedAt)))
      .for("share");
    if (!row)
      throw new AppError("conflict", "Somebody you chose was deactivated in the meantime. Choose again.");
    if (row.role === "viewer")
      throw new AppError(
        "invalid",
        `${row.name} is a viewer and only reads. Choose somebody who can do the work.`,
      );
    const heir: UserActor = { kind: "user", ...row };
    found.set(userId, heir);
    return heir;
  };
}

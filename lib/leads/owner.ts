import { and, eq, isNull, ne } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";

/** Refuses an owner who isn't on the roster any more, or only reads. Until the transaction ends nobody deactivates them. */
export async function refuseUnfitOwner(tx: Tx, ownerId: string | null | undefined): Promise<void> {
  if (!ownerId) return;
  const [owner] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, ownerId), isNull(users.deactivatedAt), ne(users.role, "viewer")))
    .for("share");
  if (!owner)
    throw new AppError(
      "invalid",
      "This person is not on the roster any more, or only reads. Choose another one.",
    );
}

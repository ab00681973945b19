import { and, eq, isNull } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";

/** Throws `conflict` unless a person is active, and keeps them so until the transaction ends. */
export async function refuseUnlessActive(tx: Tx, userId: string): Promise<void> {
  const [person] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deactivatedAt)))
    .for("share");
  if (!person) throw new AppError("conflict", "This person is not on the roster, or was deactivated.");
}

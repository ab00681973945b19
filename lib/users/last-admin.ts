import { and, asc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { identities, users } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";

/**
 * Throws `conflict` where a person is the only admin who can sign in. Locks all admins' rows, always in the same
 * order, so that of two who step down at once the second sees that the first is gone.
 */
export async function keepAnAdmin(tx: Tx, leavingId: string): Promise<void> {
  const bound = sql`exists (select 1 from ${identities} where ${identities.userId} = ${users.id})`;
  const admins = await tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(eq(users.role, "admin"), isNull(users.deactivatedAt), or(isNotNull(users.passwordHash), bound)),
    )
    .orderBy(asc(users.id))
    .for("update");
  if (admins.length === 1 && admins[0]?.id === leavingId)
    throw new AppError("conflict", "This is the last admin. Make somebody else an admin first.");
}

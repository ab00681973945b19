import { and, eq, isNull } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { hashPassword, verifyPassword } from "#lib/sessions/password";
import { revokeSessionsOf } from "#lib/sessions/revoke-session";
import { giveTriesBack, takeTry } from "#lib/sessions/throttle";
import { ChangePassword } from "#lib/users/schema";

/** Changes one's own password, which takes the old one, and ends all one's other sessions. */
export async function changePassword(ctx: UserCtx, input: ChangePassword): Promise<void> {
  const { current, next, sessionId } = ChangePassword.parse(input);
  const userId = ctx.actor.id;
  const [person] = await reader(ctx.store)
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, userId));
  // Apart from the sign-in, where anybody can use tries up.
  const from = { email: userId, address: null };
  await takeTry(ctx, from);
  const before = person?.passwordHash ?? null;
  if (!(await verifyPassword(before, current)) || before === null)
    throw new AppError("invalid", "This is not your current password.");
  const passwordHash = await hashPassword(next);
  await transact(ctx, async (work) => {
    const [row] = await work.tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, userId), eq(users.passwordHash, before), isNull(users.deactivatedAt)))
      .returning({ id: users.id });
    if (!row) throw new AppError("conflict", "Your password was changed in the meantime.");
    await giveTriesBack(work.tx, from);
    work.record({ kind: "user.changed", subjectId: userId, data: { fields: ["password"] } });
    await revokeSessionsOf(ctx, work, userId, sessionId);
  });
}

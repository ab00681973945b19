import { and, eq, isNull } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { confirmPassword, ownTries } from "#lib/sessions/confirm-password";
import { revokeLinks } from "#lib/sessions/one-time-links";
import { hashPassword } from "#lib/sessions/password";
import { renewSession } from "#lib/sessions/renew-session";
import type { SignedIn } from "#lib/sessions/start-session";
import { giveTriesBack } from "#lib/sessions/throttle";
import { ChangePassword } from "#lib/users/schema";

/** Changes one's own password, which takes the old one, and ends all one's sessions but for a new one here. */
export async function changePassword(ctx: UserCtx, input: ChangePassword): Promise<SignedIn> {
  const { current, next, sessionId } = ChangePassword.parse(input);
  const userId = ctx.actor.id;
  const before = await confirmPassword(ctx, current);
  if (before === null)
    throw new AppError("invalid", "You have no password to change. An admin makes a link to choose one.");
  const passwordHash = await hashPassword(next);
  return transact(ctx, async (work) => {
    const [row] = await work.tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, userId), eq(users.passwordHash, before), isNull(users.deactivatedAt)))
      .returning({ id: users.id });
    if (!row) throw new AppError("conflict", "Your password was changed in the meantime.");
    await giveTriesBack(work.tx, ownTries(ctx));
    work.record({ kind: "user.changed", subjectId: userId, data: { fields: ["password"] } });
    await revokeLinks(ctx, work.tx, "password", userId);
    return renewSession(ctx, work, sessionId);
  });
}

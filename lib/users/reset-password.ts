import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { revokeFeedsOf } from "#lib/feeds/revoke-feed";
import { makeLink } from "#lib/sessions/one-time-links";
import { revokeSessionsOf } from "#lib/sessions/revoke-session";
import { revokeTokensOf } from "#lib/tokens/revoke-token";
import type { NewInvitation } from "#lib/users/invite-person";
import { keepAnAdmin } from "#lib/users/last-admin";
import { canResetPassword } from "#lib/users/policy";
import { getPerson } from "#lib/users/queries";
import { NamePerson } from "#lib/users/schema";

/** Takes a forgotten password away, ends the sessions that were started with it, and makes the link to choose a new one. */
export async function resetPassword(ctx: UserCtx, input: NamePerson): Promise<NewInvitation> {
  const { userId } = NamePerson.parse(input);
  const person = await getPerson(ctx, userId);
  if (!canResetPassword(ctx.actor)) throw new AppError("forbidden", "Only admins reset passwords.");
  return transact(ctx, async (work) => {
    await keepAnAdmin(work.tx, userId);
    const [row] = await work.tx
      .update(users)
      .set({ passwordHash: null })
      .where(and(eq(users.id, userId), isNotNull(users.passwordHash), isNull(users.deactivatedAt)))
      .returning({ id: users.id });
    if (!row) throw new AppError("conflict", `${person.name} has no password to reset.`);
    work.record({ kind: "user.password_taken", subjectId: userId, data: {} });
    await revokeSessionsOf(ctx, work, userId);
    await revokeTokensOf(ctx, work, userId);
    await revokeFeedsOf(ctx, work, userId);
    const link = await makeLink(ctx, work.tx, "password", userId);
    work.record({ kind: "link.made", subjectId: link.linkId, data: { purpose: "password", userId } });
    return { ...link, userId };
  });
}

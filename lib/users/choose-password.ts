import { and, eq, isNull } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { revokeFeedsOf } from "#lib/feeds/revoke-feed";
import { checkLink, claimLink, revokeEveryLink } from "#lib/sessions/one-time-links";
import { hashPassword } from "#lib/sessions/password";
import { revokeSessionsOf } from "#lib/sessions/revoke-session";
import { revokeTokensOf } from "#lib/tokens/revoke-token";
import { getPerson } from "#lib/users/queries";
import { ChoosePassword } from "#lib/users/schema";

/** Whom a link for a new password is for. The link is not used by looking. */
export async function readPasswordLink(
  ctx: Ctx,
  token: string,
): Promise<{ name: string; email: string | null }> {
  const { userId } = await checkLink(ctx, "password", token);
  const { name, email } = await getPerson(ctx, userId ?? "");
  return { name, email };
}

/** Sets the password that somebody chose through their link, uses it up, and ends all their sessions and tokens. */
export async function choosePassword(ctx: Ctx, input: ChoosePassword): Promise<{ email: string }> {
  const { token, password } = ChoosePassword.parse(input);
  const { userId } = await checkLink(ctx, "password", token);
  const { id, name, role } = await getPerson(ctx, userId ?? "");
  const passwordHash = await hashPassword(password);
  // Who has the link is taken for its owner, in the log too.
  return transact({ ...ctx, actor: { kind: "user", id, name, role } }, async (work) => {
    await claimLink(ctx, work.tx, "password", token);
    const [person] = await work.tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, id), isNull(users.deactivatedAt)))
      .returning({ email: users.email });
    if (!person?.email) throw new AppError("conflict", "This account was closed in the meantime.");
    work.record({ kind: "user.password_chosen", subjectId: id, data: {} });
    await revokeSessionsOf(ctx, work, id);
    // Whoever had got in may have made tokens, and an invitation would set the password once more.
    await revokeTokensOf(ctx, work, id);
    await revokeFeedsOf(ctx, work, id);
    await revokeEveryLink(ctx, work, id);
    return { email: person.email };
  });
}

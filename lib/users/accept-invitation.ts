import { and, eq, isNull, sql } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { checkLink, claimLink } from "#lib/sessions/one-time-links";
import { hashPassword } from "#lib/sessions/password";
import { refuseTakenNames } from "#lib/users/names-taken";
import { getPerson } from "#lib/users/queries";
import { AcceptInvitation } from "#lib/users/schema";

/** What the invited see before they accept. The link is not used by looking. */
export async function readInvitation(
  ctx: Ctx,
  token: string,
): Promise<{ name: string; email: string | null }> {
  const { userId } = await checkLink(ctx, "invitation", token);
  const { name, email } = await getPerson(ctx, userId ?? "");
  return { name, email };
}

/** Lets the invited choose their name and password, and uses the link up. Returns the e-mail they sign in with. */
export async function acceptInvitation(ctx: Ctx, input: AcceptInvitation): Promise<{ email: string }> {
  const { token, name, password } = AcceptInvitation.parse(input);
  const { userId } = await checkLink(ctx, "invitation", token);
  const { id, role } = await getPerson(ctx, userId ?? "");
  const passwordHash = await hashPassword(password);
  // Who has the link is taken for its owner, in the log too.
  return transact({ ...ctx, actor: { kind: "user", id, name, role } }, async ({ tx, record }) => {
    const { linkId } = await claimLink(ctx, tx, "invitation", token);
    await refuseTakenNames(tx, id, { name });
    const firstly = isNull(users.joinedAt);
    const [person] = await tx
      .update(users)
      .set({
        passwordHash,
        // Who comes back with a new password keeps the name the roster has by now.
        name: sql`case when ${firstly} then ${name} else ${users.name} end`,
        joinedAt: sql`coalesce(${users.joinedAt}, ${sql.param(ctx.now(), users.joinedAt)})`,
      })
      .where(and(eq(users.id, id), isNull(users.passwordHash), isNull(users.deactivatedAt)))
      .returning({ id: users.id, email: users.email });
    if (!person?.email)
      throw new AppError("conflict", "This invitation no longer stands. Ask for a new one.");
    record({ kind: "user.joined", subjectId: person.id, data: { linkId } });
    return { email: person.email };
  });
}

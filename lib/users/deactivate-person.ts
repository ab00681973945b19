import { and, eq, isNull } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { revokeLinks } from "#lib/sessions/one-time-links";
import { revokeSessionsOf } from "#lib/sessions/revoke-session";
import { revokeTokensOf } from "#lib/tokens/revoke-token";
import { keepAnAdmin } from "#lib/users/last-admin";
import { canDeactivate } from "#lib/users/policy";
import { getPerson } from "#lib/users/queries";
import { NamePerson } from "#lib/users/schema";

/** Ends a person's sessions, API tokens and links at once and takes them off the roster. What they did stays. */
export async function deactivatePerson(ctx: UserCtx, input: NamePerson): Promise<void> {
  const { userId } = NamePerson.parse(input);
  const person = await getPerson(ctx, userId);
  if (!canDeactivate(ctx.actor)) throw new AppError("forbidden", "Only admins deactivate people.");
  await transact(ctx, async (work) => {
    await keepAnAdmin(work.tx, userId);
    const [row] = await work.tx
      .update(users)
      .set({ deactivatedAt: ctx.now() })
      .where(and(eq(users.id, userId), isNull(users.deactivatedAt)))
      .returning({ id: users.id });
    if (!row) throw new AppError("conflict", `${person.name} was deactivated already.`);
    work.record({ kind: "user.deactivated", subjectId: userId, data: {} });
    await revokeSessionsOf(ctx, work, userId);
    await revokeTokensOf(ctx, work, userId);
    for (const linkId of await revokeLinks(ctx, work.tx, "invitation", userId))
      work.record({ kind: "invitation.revoked", subjectId: linkId, data: { userId } });
    await revokeLinks(ctx, work.tx, "sign_in", userId);
  });
}

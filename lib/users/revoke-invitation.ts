import { and, eq, inArray } from "drizzle-orm";
import { oneTimeLinks, users } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { revokeLinks } from "#lib/sessions/one-time-links";
import { canInvite } from "#lib/users/policy";
import { RevokeInvitation } from "#lib/users/schema";

/** Withdraws an invitation, or the link for a new password of somebody whose old one was taken away. Whoever may make it may withdraw it. */
export async function revokeInvitation(ctx: UserCtx, input: RevokeInvitation): Promise<void> {
  const { linkId } = RevokeInvitation.parse(input);
  const [person] = await reader(ctx.store)
    .select({
      id: users.id,
      role: users.role,
      joinedAt: users.joinedAt,
      purpose: oneTimeLinks.purpose,
    })
    .from(oneTimeLinks)
    .innerJoin(users, eq(users.id, oneTimeLinks.userId))
    .where(and(eq(oneTimeLinks.id, linkId), inArray(oneTimeLinks.purpose, ["invitation", "password"])));
  if (!person || !canInvite(ctx.actor, person))
    throw new AppError("not_found", "There is no such invitation, or it is not yours to withdraw.");
  await transact(ctx, async ({ tx, record }) => {
    const revoked = await revokeLinks(ctx, tx, person.purpose, person.id);
    if (!revoked.includes(linkId))
      throw new AppError("conflict", "This invitation was used or withdrawn in the meantime.");
    record({ kind: "invitation.revoked", subjectId: linkId, data: { userId: person.id } });
  });
}

import { and, eq, isNull } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { revokeLinks } from "#lib/sessions/one-time-links";
import { keepAnAdmin } from "#lib/users/last-admin";
import { canChangeRole } from "#lib/users/policy";
import { getPerson } from "#lib/users/queries";
import { ChangeRole } from "#lib/users/schema";

/** Gives a person another role. It counts from their next request on; an open invitation is withdrawn. */
export async function changeRole(ctx: UserCtx, input: ChangeRole): Promise<void> {
  const { userId, role } = ChangeRole.parse(input);
  const person = await getPerson(ctx, userId);
  if (!canChangeRole(ctx.actor)) throw new AppError("forbidden", "Only admins give roles.");
  if (person.role === role) return;
  await transact(ctx, async ({ tx, record }) => {
    if (role !== "admin") await keepAnAdmin(tx, userId);
    const [row] = await tx
      .update(users)
      .set({ role })
      .where(and(eq(users.id, userId), eq(users.role, person.role), isNull(users.deactivatedAt)))
      .returning({ id: users.id });
    if (!row)
      throw new AppError("conflict", `${person.name} was deactivated or got another role in the meantime.`);
    record({ kind: "user.changed", subjectId: userId, data: { fields: ["role"] } });
    // Who made an open invitation may not be allowed to invite to the new role.
    for (const linkId of await revokeLinks(ctx, tx, "invitation", userId))
      record({ kind: "invitation.revoked", subjectId: linkId, data: { userId } });
  });
}

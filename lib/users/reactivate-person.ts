import { and, eq, isNotNull } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { canDeactivate } from "#lib/users/policy";
import { getPerson } from "#lib/users/queries";
import { NamePerson } from "#lib/users/schema";

/** Puts a deactivated person back on the roster. Their old password works again; old sessions and links don't. */
export async function reactivatePerson(ctx: UserCtx, input: NamePerson): Promise<void> {
  const { userId } = NamePerson.parse(input);
  const person = await getPerson(ctx, userId);
  if (!canDeactivate(ctx.actor)) throw new AppError("forbidden", "Only admins reactivate people.");
  await transact(ctx, async ({ tx, record }) => {
    const [row] = await tx
      .update(users)
      .set({ deactivatedAt: null })
      .where(and(eq(users.id, userId), isNotNull(users.deactivatedAt)))
      .returning({ id: users.id });
    if (!row) throw new AppError("conflict", `${person.name} is active already.`);
    record({ kind: "user.reactivated", subjectId: userId, data: {} });
  });
}

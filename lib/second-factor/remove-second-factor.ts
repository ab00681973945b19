import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { canRemoveSecondFactor } from "#lib/second-factor/policy";
import { RemoveSecondFactor } from "#lib/second-factor/schema";
import { forgetSecondFactor } from "#lib/second-factor/turn-off-second-factor";
import { revokeSessionsOf } from "#lib/sessions/revoke-session";
import { getPerson } from "#lib/users/queries";

/** Takes somebody's second factor away whose authenticator is lost, and signs them out everywhere. */
export async function removeSecondFactor(ctx: UserCtx, input: RemoveSecondFactor): Promise<void> {
  const { userId } = RemoveSecondFactor.parse(input);
  const person = await getPerson(ctx, userId);
  if (!canRemoveSecondFactor(ctx.actor, person))
    throw new AppError(
      "forbidden",
      "Only admins take a second factor away, and not their own: that takes the password and a code.",
    );
  await transact(ctx, async (work) => {
    if (!(await forgetSecondFactor(work.tx, userId)))
      throw new AppError("conflict", `${person.name} has no second factor.`);
    work.record({ kind: "second_factor.removed", subjectId: userId, data: {} });
    await revokeSessionsOf(ctx, work, userId);
  });
}

import { and, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { secondFactors, users, workspace } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { revokeSessionsOf } from "#lib/sessions/revoke-session";
import { canChangeCompany } from "#lib/workspace/policy";
import { RequireSecondFactor } from "#lib/workspace/schema";

/**
 * Says whether who signs in with a password must have a second factor. Everybody else who has none is signed out, and
 * sets it up at their next sign-in.
 */
export async function requireSecondFactor(ctx: UserCtx, input: RequireSecondFactor): Promise<void> {
  const { required } = RequireSecondFactor.parse(input);
  if (!canChangeCompany(ctx.actor))
    throw new AppError("forbidden", "Only admins say who needs a second factor.");
  await transact(ctx, async (work) => {
    const { tx, record } = work;
    const [row] = await tx
      .update(workspace)
      .set({ requireSecondFactor: required })
      .where(and(eq(workspace.id, 1), eq(workspace.requireSecondFactor, !required)))
      .returning({ id: workspace.id });
    if (!row)
      throw new AppError(
        "conflict",
        required ? "A second factor is asked for already." : "No second factor is asked for already.",
      );
    record({ kind: "workspace.changed", subjectId: "workspace", data: { fields: ["requireSecondFactor"] } });
    if (required)
      for (const id of await listWithoutFactor(tx, ctx.actor.id)) await revokeSessionsOf(ctx, work, id);
  });
}

/** Everybody but the actor who could sign in by password alone. Their sessions would go on without a second factor. */
async function listWithoutFactor(tx: Tx, actorId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .where(and(isNotNull(users.passwordHash), isNull(secondFactors.userId), ne(users.id, actorId)));
  return rows.map(({ id }) => id);
}

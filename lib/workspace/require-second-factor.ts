import { and, eq } from "drizzle-orm";
import { workspace } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { canChangeCompany } from "#lib/workspace/policy";
import { RequireSecondFactor } from "#lib/workspace/schema";

/** Says whether who signs in with a password must have a second factor. Who has none sets it up at the next sign-in. */
export async function requireSecondFactor(ctx: UserCtx, input: RequireSecondFactor): Promise<void> {
  const { required } = RequireSecondFactor.parse(input);
  if (!canChangeCompany(ctx.actor))
    throw new AppError("forbidden", "Only admins say who needs a second factor.");
  await transact(ctx, async ({ tx, record }) => {
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
  });
}

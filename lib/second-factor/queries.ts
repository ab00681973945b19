import { and, count, eq, isNull } from "drizzle-orm";
import { recoveryCodes, secondFactors, users, workspace } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";

/** How somebody signs in, as they see it themselves. `since` is an ISO instant, null where there is no second factor. */
export type OwnSignIn = {
  hasPassword: boolean;
  since: string | null;
  codesLeft: number;
  /** Whether the company asks everybody for a second factor. */
  required: boolean;
};

/** The second factor of whoever is signed in. */
export async function getOwnSignIn(ctx: UserCtx): Promise<OwnSignIn> {
  const db = reader(ctx.store);
  const userId = ctx.actor.id;
  const [person] = await db
    .select({ passwordHash: users.passwordHash, since: secondFactors.turnedOnAt })
    .from(users)
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .where(eq(users.id, userId));
  const [left] = await db
    .select({ codes: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return {
    hasPassword: person?.passwordHash != null,
    since: person?.since?.toISOString() ?? null,
    codesLeft: left?.codes ?? 0,
    required: await isRequired(ctx),
  };
}

/** Since when somebody has a second factor, as an ISO instant; null without one. For admins; `not_found` for others. */
export async function getSecondFactorOf(ctx: UserCtx, userId: string): Promise<{ since: string | null }> {
  if (ctx.actor.role !== "admin") throw new AppError("not_found", "There is no such person.");
  const [factor] = await reader(ctx.store)
    .select({ since: secondFactors.turnedOnAt })
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId));
  return { since: factor?.since.toISOString() ?? null };
}

async function isRequired(ctx: UserCtx): Promise<boolean> {
  const [company] = await reader(ctx.store)
    .select({ required: workspace.requireSecondFactor })
    .from(workspace)
    .where(eq(workspace.id, 1));
  return company?.required ?? false;
}

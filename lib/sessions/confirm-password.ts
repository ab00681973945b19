import { eq } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { verifyPassword } from "#lib/sessions/password";
import { type Tries, takeTry } from "#lib/sessions/throttle";

/** Where tries of somebody who is signed in are counted: apart from the sign-in, where anybody can use them up. */
export function ownTries(ctx: UserCtx): Tries {
  return { at: "password", who: ctx.actor.id, address: null };
}

/**
 * Holds whoever is signed in to their current password before they change how they sign in, and returns its hash, for
 * the condition of the update. `invalid` for a wrong one, counted as at the sign-in; null for who has none to give.
 */
export async function confirmPassword(ctx: UserCtx, current: string): Promise<string | null> {
  const [person] = await reader(ctx.store)
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, ctx.actor.id));
  const before = person?.passwordHash ?? null;
  if (before === null) return null;
  await takeTry(ctx, ownTries(ctx));
  if (!(await verifyPassword(before, current)))
    throw new AppError("invalid", "This is not your current password.", {
      fields: { current: "This is not your current password." },
    });
  return before;
}

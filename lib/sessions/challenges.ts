import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull, lte, ne } from "drizzle-orm";
import { signInChallenges, users } from "#drizzle/schema/schema";
import type { SecondStep } from "#drizzle/schema/second-factors";
import type { Role } from "#drizzle/schema/users";
import { reader, type Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";

/** How long somebody who gave their password has for the second step. */
export const CHALLENGE_MINUTES = 10;

/** The second step that a sign-in still takes. The token goes into a cookie and is never stored. */
export type Challenge = { step: SecondStep; token: string };

/** Who is in the middle of signing in, and what they owe. */
export type Challenged = { step: SecondStep; userId: string; name: string; email: string; role: Role };

/** Makes a challenge inside a verb's transaction, and clears away those that have expired. */
export async function makeChallenge(
  ctx: Ctx,
  tx: Tx,
  { userId, step }: { userId: string; step: SecondStep },
): Promise<Challenge> {
  const now = ctx.now();
  await tx.delete(signInChallenges).where(lte(signInChallenges.expiresAt, now));
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + CHALLENGE_MINUTES * 60_000);
  await tx
    .insert(signInChallenges)
    .values({ tokenHash: hashOfToken(token), userId, step, createdAt: now, expiresAt });
  return { step, token };
}

/** Looks at a challenge without using it up; `conflict` where it is over and one begins again. */
export async function checkChallenge(ctx: Ctx, token: string): Promise<Challenged> {
  const [row] = await reader(ctx.store)
    .select({
      step: signInChallenges.step,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
    })
    .from(signInChallenges)
    .innerJoin(users, eq(users.id, signInChallenges.userId))
    .where(
      and(
        eq(signInChallenges.tokenHash, hashOfToken(token)),
        gt(signInChallenges.expiresAt, ctx.now()),
        isNull(users.deactivatedAt),
      ),
    );
  if (!row) throw challengeOver();
  return { ...row, email: row.email ?? "" };
}

/** Uses a challenge up. Of two who try at once one gets it; `conflict` for the other. */
export async function claimChallenge(tx: Tx, token: string): Promise<void> {
  const claimed = await tx
    .delete(signInChallenges)
    .where(eq(signInChallenges.tokenHash, hashOfToken(token)))
    .returning({ userId: signInChallenges.userId });
  if (claimed.length === 0) throw challengeOver();
}

/** Takes a challenge a step further. Of two who try at once one does it; `conflict` for the other. */
export async function moveChallenge(tx: Tx, token: string, to: SecondStep): Promise<void> {
  const moved = await tx
    .update(signInChallenges)
    .set({ step: to })
    .where(and(eq(signInChallenges.tokenHash, hashOfToken(token)), ne(signInChallenges.step, to)))
    .returning({ userId: signInChallenges.userId });
  if (moved.length === 0) throw challengeOver();
}

function challengeOver(): AppError {
  return new AppError(
    "conflict",
    `This sign-in was not finished within ${CHALLENGE_MINUTES} minutes, or was ended. Begin again with your password.`,
  );
}

// 256 random bits need no salt and no slow hash.
function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

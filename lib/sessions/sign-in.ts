import { and, eq, isNull, sql } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx, UserActor } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { verifyPassword } from "#lib/sessions/password";
import { SignIn } from "#lib/sessions/schema";
import { startSession } from "#lib/sessions/start-session";
import { giveTriesBack, sweepThrottles, THROTTLE_WAIT, takeTry } from "#lib/sessions/throttle";

/** Who signed in, and the session they did it with. */
export type SignedIn = { userId: string; sessionId: string };

/**
 * Signs somebody in by password. A wrong password, an e-mail nobody has and somebody deactivated get the same
 * `invalid` after the same work; without tries left it is `unavailable`.
 */
export async function signIn(ctx: Ctx, input: SignIn): Promise<SignedIn> {
  const from = SignIn.parse(input);
  const left = await takeTry(ctx, from);
  const account = await findAccount(ctx, from.email);
  const fits = await verifyPassword(account?.passwordHash ?? null, from.password);
  if (!account || !fits) throw mismatch(left);

  const { passwordHash, ...person } = account;
  const actor: UserActor = { kind: "user", ...person };
  const sessionId = await transact({ ...ctx, actor }, async (work) => {
    const [unchanged] = await work.tx
      .select({ id: users.id })
      .from(users)
      .where(
        and(eq(users.id, actor.id), eq(users.passwordHash, passwordHash ?? ""), isNull(users.deactivatedAt)),
      )
      .for("share");
    if (!unchanged) throw mismatch(left);
    await giveTriesBack(work.tx, from);
    return startSession(ctx, work, { ...from, userId: actor.id, by: "password" });
  });
  await sweepThrottles(ctx);
  return { userId: actor.id, sessionId };
}

async function findAccount(ctx: Ctx, email: string) {
  const [row] = await reader(ctx.store)
    .select({ id: users.id, name: users.name, role: users.role, passwordHash: users.passwordHash })
    .from(users)
    .where(and(eq(sql`lower(${users.email})`, email), isNull(users.deactivatedAt)));
  return row;
}

function mismatch(left: number): AppError {
  const rest =
    left === 0
      ? `That was the last try: sign-in opens again in ${THROTTLE_WAIT}.`
      : `${left} ${left === 1 ? "try" : "tries"} left.`;
  return new AppError("invalid", `E-mail and password don’t match. ${rest}`, { triesLeft: left });
}

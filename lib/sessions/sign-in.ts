import { and, eq, isNull, sql } from "drizzle-orm";
import { secondFactors, users, workspace } from "#drizzle/schema/schema";
import type { SecondStep } from "#drizzle/schema/second-factors";
import { reader, type Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx, UserActor } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { type Challenge, makeChallenge } from "#lib/sessions/challenges";
import { verifyPassword } from "#lib/sessions/password";
import { SignIn } from "#lib/sessions/schema";
import { type SignedIn, startSession } from "#lib/sessions/start-session";
import { giveTriesBack, sweepThrottles, takeTry, triesLeft } from "#lib/sessions/throttle";

/**
 * Signs somebody in by password, or gives them the second step they owe: a code of their authenticator, or setting one
 * up where the company asks for it. A wrong password, an e-mail nobody has and somebody deactivated get the same
 * `invalid` after the same work; without tries left it is `unavailable`.
 */
export async function signIn(ctx: Ctx, input: SignIn): Promise<SignedIn | Challenge> {
  const from = SignIn.parse(input);
  const tries = { at: "sign-in", who: from.email, address: from.address } as const;
  const left = await takeTry(ctx, tries);
  const account = await findAccount(ctx, from.email);
  const fits = await verifyPassword(account?.passwordHash ?? null, from.password);
  if (!account || !fits) throw mismatch(left);

  const { passwordHash, ...person } = account;
  const actor: UserActor = { kind: "user", ...person };
  const outcome = await transact({ ...ctx, actor }, async (work) => {
    const { tx, record } = work;
    const [unchanged] = await tx
      .select({ id: users.id })
      .from(users)
      .where(
        and(eq(users.id, actor.id), eq(users.passwordHash, passwordHash ?? ""), isNull(users.deactivatedAt)),
      )
      .for("share");
    if (!unchanged) throw mismatch(left);
    await giveTriesBack(tx, tries);
    const step = await stepOwed(tx, actor.id);
    if (!step) {
      const sessionId = await startSession(ctx, work, { ...from, userId: actor.id, by: "password" });
      return { userId: actor.id, sessionId };
    }
    record({ kind: "session.asked", subjectId: actor.id, data: { step } });
    return makeChallenge(ctx, tx, { userId: actor.id, step });
  });
  await sweepThrottles(ctx);
  return outcome;
}

async function findAccount(ctx: Ctx, email: string) {
  const [row] = await reader(ctx.store)
    .select({ id: users.id, name: users.name, role: users.role, passwordHash: users.passwordHash })
    .from(users)
    .where(and(eq(sql`lower(${users.email})`, email), isNull(users.deactivatedAt)));
  return row;
}

async function stepOwed(tx: Tx, userId: string): Promise<SecondStep | null> {
  const [factor] = await tx
    .select({ userId: secondFactors.userId })
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId));
  if (factor) return "code";
  const [company] = await tx
    .select({ required: workspace.requireSecondFactor })
    .from(workspace)
    .where(eq(workspace.id, 1));
  return company?.required ? "enrolment" : null;
}

function mismatch(left: number): AppError {
  return new AppError("invalid", `E-mail and password don’t match. ${triesLeft(left)}`, { triesLeft: left });
}

import { and, eq, isNull } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx, UserActor } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { codeTries, readCode, spendCode } from "#lib/second-factor/codes";
import { readOffer } from "#lib/second-factor/offer-second-factor";
import { newRecoveryCodes, replaceCodes } from "#lib/second-factor/recovery-codes";
import { EnrolAtSignIn, FinishEnrolment, PassSecondStep } from "#lib/second-factor/schema";
import { storeFactor } from "#lib/second-factor/turn-on-second-factor";
import { type Challenged, checkChallenge, claimChallenge, moveChallenge } from "#lib/sessions/challenges";
import { type SignedIn, startSession } from "#lib/sessions/start-session";
import { giveTriesBack, sweepThrottles, takeTry } from "#lib/sessions/throttle";

/** The second step of a sign-in: a code of the authenticator or a recovery code, for whoever gave their password. */
export async function passSecondStep(ctx: Ctx, input: PassSecondStep): Promise<SignedIn> {
  const { token, code, ...place } = PassSecondStep.parse(input);
  const person = await checkChallenge(ctx, token);
  const { userId } = person;
  if (person.step !== "code") throw notThisStep();
  const fits = await readCode(ctx, { userId, address: place.address }, code);
  const signedIn = await transact({ ...ctx, actor: actorOf(person) }, async (work) => {
    await refuseUnlessActive(work.tx, userId);
    await spendCode(ctx, work.tx, userId, fits);
    await claimChallenge(work.tx, token);
    await giveTriesBack(work.tx, codeTries(userId, place.address));
    return { userId, sessionId: await startSession(ctx, work, { ...place, userId, by: fits.kind }) };
  });
  await sweepThrottles(ctx);
  return signedIn;
}

/**
 * The same for whoever has no second factor yet and must have one: sets it up, and answers with its recovery codes. They
 * are signed in when they have read them, with `finishEnrolment`.
 */
export async function enrolAtSignIn(ctx: Ctx, input: EnrolAtSignIn): Promise<{ codes: string[] }> {
  const { token, code, offer, ...place } = EnrolAtSignIn.parse(input);
  const person = await checkChallenge(ctx, token);
  const { userId } = person;
  if (person.step !== "enrolment") throw notThisStep();
  const tries = codeTries(userId, place.address);
  await takeTry(ctx, tries);
  const first = readOffer(ctx, userId, offer, code);
  const { codes, hashes } = await newRecoveryCodes();
  return transact({ ...ctx, actor: actorOf(person) }, async (work) => {
    const { tx, record } = work;
    await refuseUnlessActive(tx, userId);
    await moveChallenge(tx, token, "enrolled");
    await storeFactor(ctx, tx, userId, first);
    await replaceCodes(tx, userId, hashes);
    await giveTriesBack(tx, tries);
    record({ kind: "second_factor.turned_on", subjectId: userId, data: {} });
    return { codes };
  });
}

/** Signs in whoever has just set their second factor up with a code of it, once. */
export async function finishEnrolment(ctx: Ctx, input: FinishEnrolment): Promise<SignedIn> {
  const { token, ...place } = FinishEnrolment.parse(input);
  const person = await checkChallenge(ctx, token);
  const { userId } = person;
  if (person.step !== "enrolled") throw notThisStep();
  return transact({ ...ctx, actor: actorOf(person) }, async (work) => {
    await refuseUnlessActive(work.tx, userId);
    await claimChallenge(work.tx, token);
    return { userId, sessionId: await startSession(ctx, work, { ...place, userId, by: "code" }) };
  });
}

function actorOf({ userId, name, role }: Challenged): UserActor {
  return { kind: "user", id: userId, name, role };
}

async function refuseUnlessActive(tx: Tx, userId: string): Promise<void> {
  const [person] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deactivatedAt)))
    .for("share");
  if (!person) throw new AppError("conflict", "This sign-in was ended. Begin again with your password.");
}

function notThisStep(): AppError {
  return new AppError("conflict", "This sign-in takes another step. Begin again with your password.");
}

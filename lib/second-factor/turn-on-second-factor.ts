import { secondFactors } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx, UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { placeOfSecret } from "#lib/second-factor/codes";
import { readOffer } from "#lib/second-factor/offer-second-factor";
import { newRecoveryCodes, replaceCodes } from "#lib/second-factor/recovery-codes";
import { TurnOnSecondFactor } from "#lib/second-factor/schema";
import { confirmPassword, ownTries } from "#lib/sessions/confirm-password";
import { renewSession } from "#lib/sessions/renew-session";
import type { SignedIn } from "#lib/sessions/start-session";
import { giveTriesBack } from "#lib/sessions/throttle";

/** The recovery codes, shown this once, and the session that took the place of the old ones. */
export type TurnedOn = { codes: string[]; signedIn: SignedIn };

/**
 * Sets the second factor of whoever is signed in up, with their password and the first code of the authenticator. All
 * their sessions end but for a new one here, because those before it were started without.
 */
export async function turnOnSecondFactor(ctx: UserCtx, input: TurnOnSecondFactor): Promise<TurnedOn> {
  const { offer, code, current, sessionId } = TurnOnSecondFactor.parse(input);
  if ((await confirmPassword(ctx, current)) === null)
    throw new AppError(
      "conflict",
      "You sign in without a password, so there is no second factor here to ask for.",
    );
  const first = readOffer(ctx, ctx.actor.id, offer, code);
  const { codes, hashes } = await newRecoveryCodes();
  return transact(ctx, async (work) => {
    await storeFactor(ctx, work.tx, ctx.actor.id, first);
    await replaceCodes(work.tx, ctx.actor.id, hashes);
    await giveTriesBack(work.tx, ownTries(ctx));
    work.record({ kind: "second_factor.turned_on", subjectId: ctx.actor.id, data: {} });
    return { codes, signedIn: await renewSession(ctx, work, sessionId) };
  });
}

/** Stores a person's second factor inside a verb's transaction; `conflict` where they have one. */
export async function storeFactor(
  ctx: Ctx,
  tx: Tx,
  userId: string,
  { secret, step }: { secret: string; step: number },
): Promise<void> {
  const [stored] = await tx
    .insert(secondFactors)
    .values({
      userId,
      secret: ctx.vault.seal(secret, placeOfSecret(userId)),
      lastStep: step,
      turnedOnAt: ctx.now(),
    })
    .onConflictDoNothing()
    .returning({ userId: secondFactors.userId });
  if (!stored)
    throw new AppError(
      "conflict",
      "You have a second factor already. Turn it off before you set up another.",
    );
}

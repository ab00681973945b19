import { eq } from "drizzle-orm";
import { recoveryCodes, secondFactors, workspace } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { codeTries, readCode, spendCode } from "#lib/second-factor/codes";
import { TurnOffSecondFactor } from "#lib/second-factor/schema";
import { confirmPassword, ownTries } from "#lib/sessions/confirm-password";
import { renewSession } from "#lib/sessions/renew-session";
import type { SignedIn } from "#lib/sessions/start-session";
import { giveTriesBack } from "#lib/sessions/throttle";

/** Turns one's own second factor off, with the password and a code, unless the company asks everybody for one. */
export async function turnOffSecondFactor(ctx: UserCtx, input: TurnOffSecondFactor): Promise<SignedIn> {
  const { code, current, sessionId } = TurnOffSecondFactor.parse(input);
  const userId = ctx.actor.id;
  await confirmPassword(ctx, current);
  const fits = await readCode(ctx, { userId, address: null }, code);
  return transact(ctx, async (work) => {
    const { tx, record } = work;
    await refuseWhereRequired(tx);
    await spendCode(ctx, tx, userId, fits);
    await forgetSecondFactor(tx, userId);
    await giveTriesBack(tx, ownTries(ctx));
    await giveTriesBack(tx, codeTries(userId, null));
    record({ kind: "second_factor.turned_off", subjectId: userId, data: {} });
    return renewSession(ctx, work, sessionId);
  });
}

/** Deletes a person's authenticator and recovery codes inside a verb's transaction. Says whether there was one. */
export async function forgetSecondFactor(tx: Tx, userId: string): Promise<boolean> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  const gone = await tx
    .delete(secondFactors)
    .where(eq(secondFactors.userId, userId))
    .returning({ userId: secondFactors.userId });
  return gone.length > 0;
}

// Locked, so that a rule that is being made counts for who is turning theirs off.
async function refuseWhereRequired(tx: Tx): Promise<void> {
  const [company] = await tx
    .select({ required: workspace.requireSecondFactor })
    .from(workspace)
    .where(eq(workspace.id, 1))
    .for("share");
  if (company?.required)
    throw new AppError(
      "conflict",
      "Your company asks everybody for a second factor, so it stays on. For another phone, ask an admin to take it away: your next sign-in sets up the new one.",
    );
}

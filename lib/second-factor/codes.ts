import { and, eq, isNull, lt } from "drizzle-orm";
import { recoveryCodes, secondFactors } from "#drizzle/schema/schema";
import { reader, type Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { bareCode } from "#lib/second-factor/recovery-codes";
import { stepOf } from "#lib/second-factor/totp";
import { verifyPassword } from "#lib/sessions/password";
import { type Tries, takeTry, triesLeft } from "#lib/sessions/throttle";

/** A code that fits and was not spent when it was looked at. */
export type FittingCode =
  | { kind: "code"; secret: string; step: number }
  | { kind: "recovery_code"; position: number };

/** For which secret of whose the vault seals. */
export function placeOfSecret(userId: string): string {
  return `second_factors.secret of ${userId}`;
}

/** Where wrong codes of a person are counted: apart from wrong passwords, so that neither gives the other back. */
export function codeTries(userId: string, address: string | null): Tries {
  return { at: "code", who: userId, address };
}

/**
 * Finds what a typed code fits: the authenticator, or a recovery code. A wrong one, one that was used, and somebody
 * without a second factor get the same `invalid`, counted like wrong passwords; without tries left it is `unavailable`.
 */
export async function readCode(
  ctx: Ctx,
  who: { userId: string; address: string | null },
  typed: string,
): Promise<FittingCode> {
  const left = await takeTry(ctx, codeTries(who.userId, who.address));
  const code = bareCode(typed);
  const fits = /^\d{6}$/.test(code)
    ? await fitAuthenticator(ctx, who.userId, code)
    : await fitRecoveryCode(ctx, who.userId, code);
  if (!fits) throw wrongCode(left);
  return fits;
}

/** Spends a code inside a verb's transaction, so that it is never taken again. Of two who try at once one gets it. */
export async function spendCode(ctx: Ctx, tx: Tx, userId: string, code: FittingCode): Promise<void> {
  const spent =
    code.kind === "code"
      ? await tx
          .update(secondFactors)
          .set({ lastStep: code.step })
          .where(
            and(
              eq(secondFactors.userId, userId),
              eq(secondFactors.secret, code.secret),
              lt(secondFactors.lastStep, code.step),
            ),
          )
          .returning({ userId: secondFactors.userId })
      : await tx
          .update(recoveryCodes)
          .set({ usedAt: ctx.now() })
          .where(
            and(
              eq(recoveryCodes.userId, userId),
              eq(recoveryCodes.position, code.position),
              isNull(recoveryCodes.usedAt),
            ),
          )
          .returning({ userId: recoveryCodes.userId });
  if (spent.length === 0) throw wrongCode();
}

async function fitAuthenticator(ctx: Ctx, userId: string, code: string): Promise<FittingCode | null> {
  const [factor] = await reader(ctx.store)
    .select({ secret: secondFactors.secret, lastStep: secondFactors.lastStep })
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId));
  if (!factor) return null;
  const secret = ctx.vault.open(factor.secret, placeOfSecret(userId));
  const step = stepOf(secret, code, ctx.now(), factor.lastStep);
  return step === null ? null : { kind: "code", secret: factor.secret, step };
}

async function fitRecoveryCode(ctx: Ctx, userId: string, code: string): Promise<FittingCode | null> {
  const position = Number(code.slice(0, 1));
  const [kept] = Number.isInteger(position)
    ? await reader(ctx.store)
        .select({ hash: recoveryCodes.hash })
        .from(recoveryCodes)
        .where(
          and(
            eq(recoveryCodes.userId, userId),
            eq(recoveryCodes.position, position),
            isNull(recoveryCodes.usedAt),
          ),
        )
    : [];
  return (await verifyPassword(kept?.hash ?? null, code)) ? { kind: "recovery_code", position } : null;
}

/** What somebody reads whose code doesn't fit, whatever the reason. */
export function wrongCode(left?: number): AppError {
  const rest = left === undefined ? "Wait for the next one." : triesLeft(left);
  const message = `This code doesn’t fit, or was used already. ${rest}`;
  return new AppError("invalid", message, { fields: { code: message } });
}

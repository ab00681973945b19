import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { codeTries, readCode, spendCode } from "#lib/second-factor/codes";
import { newRecoveryCodes, replaceCodes } from "#lib/second-factor/recovery-codes";
import { ReplaceRecoveryCodes } from "#lib/second-factor/schema";
import { confirmPassword, ownTries } from "#lib/sessions/confirm-password";
import { giveTriesBack } from "#lib/sessions/throttle";

/** Makes ten new recovery codes, with the password and a code, and shows them this once. The old ones stop working. */
export async function replaceRecoveryCodes(
  ctx: UserCtx,
  input: ReplaceRecoveryCodes,
): Promise<{ codes: string[] }> {
  const { code, current } = ReplaceRecoveryCodes.parse(input);
  const userId = ctx.actor.id;
  await confirmPassword(ctx, current);
  const fits = await readCode(ctx, { userId, address: null }, code);
  const { codes, hashes } = await newRecoveryCodes();
  return transact(ctx, async ({ tx, record }) => {
    await spendCode(ctx, tx, userId, fits);
    await replaceCodes(tx, userId, hashes);
    await giveTriesBack(tx, ownTries(ctx));
    await giveTriesBack(tx, codeTries(userId, null));
    record({ kind: "second_factor.codes_replaced", subjectId: userId, data: {} });
    return { codes };
  });
}

"use server";

import type { UserCtx } from "#lib/events/context";
import { replaceRecoveryCodes } from "#lib/second-factor/replace-recovery-codes";
import type {
  ReplaceRecoveryCodes,
  TurnOffSecondFactor,
  TurnOnSecondFactor,
} from "#lib/second-factor/schema";
import { turnOffSecondFactor } from "#lib/second-factor/turn-off-second-factor";
import { turnOnSecondFactor } from "#lib/second-factor/turn-on-second-factor";
import { changePassword } from "#lib/users/change-password";
import type { ChangePassword } from "#lib/users/schema";
import { keepSession } from "#lib/web/auth";
import { actionDoor, inputOf, type Outcome } from "#lib/web/door";
import { currentSession } from "#lib/web/session";

type Before = Outcome<unknown> | null;

export async function changePasswordAction(_: Before, form: FormData): Promise<Outcome<unknown>> {
  const input = { ...inputOf<ChangePassword>(form), sessionId: await ownSession() };
  return actionDoor(async (ctx: UserCtx) => keepSession(await changePassword(ctx, input)), undefined);
}

/** Answers with the recovery codes, which are shown this once. */
export async function turnOnSecondFactorAction(_: Before, form: FormData): Promise<Outcome<unknown>> {
  const input = { ...inputOf<TurnOnSecondFactor>(form), sessionId: await ownSession() };
  return actionDoor(async (ctx: UserCtx) => {
    const { codes, signedIn } = await turnOnSecondFactor(ctx, input);
    await keepSession(signedIn);
    return { codes };
  }, undefined);
}

export async function turnOffSecondFactorAction(_: Before, form: FormData): Promise<Outcome<unknown>> {
  const input = { ...inputOf<TurnOffSecondFactor>(form), sessionId: await ownSession() };
  return actionDoor(async (ctx: UserCtx) => keepSession(await turnOffSecondFactor(ctx, input)), undefined);
}

/** Answers with the recovery codes, which are shown this once. */
export async function replaceRecoveryCodesAction(_: Before, form: FormData): Promise<Outcome<unknown>> {
  return actionDoor(replaceRecoveryCodes, inputOf<ReplaceRecoveryCodes>(form));
}

async function ownSession(): Promise<string> {
  return (await currentSession())?.id ?? "";
}

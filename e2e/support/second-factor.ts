import { Secret, TOTP } from "otpauth";
import type { CastKey, Stage } from "#e2e/support/cast";
import { PASSWORD } from "#e2e/support/cast";
import { getSecondFactorOffer } from "#lib/second-factor/offer-second-factor";
import { type TurnedOn, turnOnSecondFactor } from "#lib/second-factor/turn-on-second-factor";
import type { Challenge } from "#lib/sessions/challenges";
import { signIn } from "#lib/sessions/sign-in";

/** What an authenticator shows for a secret at a moment. */
export function codeAt(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
}

/** Somebody's second factor: its secret, recovery codes, and what the authenticator shows now. */
export type Factor = TurnedOn & { secret: string; code: () => string };

/** Sets somebody's second factor up, and moves the clock past the code that took. */
export async function withFactor(stage: Stage, who: CastKey, sessionId = "ses_none"): Promise<Factor> {
  const { offer, secret } = await getSecondFactorOffer(stage.as(who));
  const code = codeAt(secret, stage.clock.now());
  const turnedOn = await turnOnSecondFactor(stage.as(who), { offer, code, current: PASSWORD, sessionId });
  stage.clock.advance(30_000);
  return { ...turnedOn, secret, code: () => codeAt(secret, stage.clock.now()) };
}

/** Gives somebody's password, and returns the second step they owe. */
export async function challenged(stage: Stage, email: string): Promise<Challenge> {
  const outcome = await signIn(stage.system, { email, password: PASSWORD, address: null, userAgent: null });
  if (!("token" in outcome)) throw new Error("No second step is owed.");
  return outcome;
}

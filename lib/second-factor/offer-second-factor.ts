import { eq } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx, UserCtx } from "#lib/events/context";
import { wrongCode } from "#lib/second-factor/codes";
import { type QrCode, qrPath } from "#lib/second-factor/qr-code";
import { keyAddress, newSecret, stepOf } from "#lib/second-factor/totp";
import { checkChallenge } from "#lib/sessions/challenges";

const GOOD_MS = 60 * 60_000;

/**
 * A secret to put into an authenticator. Nothing is stored until a code of it comes back: the page carries it along
 * sealed, for one person, and for an hour.
 */
export type Offer = { offer: string; secret: string; qr: QrCode };

/** Offers a secret to whoever is signed in. `getX` in name alone: each call makes another. */
export async function getSecondFactorOffer(ctx: UserCtx): Promise<Offer> {
  const [person] = await reader(ctx.store)
    .select({ email: users.email, name: users.name })
    .from(users)
    .where(eq(users.id, ctx.actor.id));
  return makeOffer(ctx, ctx.actor.id, person?.email ?? ctx.actor.name);
}

/** The same for whoever gave their password and must set a second factor up before they are signed in. */
export async function getOfferAtSignIn(ctx: Ctx, token: string): Promise<Offer> {
  const { userId, email, name, step } = await checkChallenge(ctx, token);
  if (step !== "enrolment") throw new AppError("conflict", "Your second factor is set up already.");
  return makeOffer(ctx, userId, email || name);
}

/** The secret of an offer and the step of the first code of it. `invalid` for a code or an offer that doesn't fit. */
export function readOffer(
  ctx: Pick<Ctx, "vault" | "now">,
  userId: string,
  offer: string,
  code: string,
): { secret: string; step: number } {
  const [at, secret] = ctx.vault.open(offer, placeOfOffer(userId)).split(" ");
  if (!secret || ctx.now().getTime() - Number(at) > GOOD_MS)
    throw new AppError(
      "conflict",
      "This QR code is more than an hour old. Load the page again for a new one.",
    );
  const step = stepOf(secret, code.replace(/\s+/g, ""), ctx.now(), 0);
  if (step === null) throw wrongCode();
  return { secret, step };
}

function makeOffer(ctx: Ctx, userId: string, label: string): Offer {
  const secret = newSecret();
  const offer = ctx.vault.seal(`${ctx.now().getTime()} ${secret}`, placeOfOffer(userId));
  return { offer, secret, qr: qrPath(keyAddress(secret, label)) };
}

function placeOfOffer(userId: string): string {
  return `offered second factor of ${userId}`;
}

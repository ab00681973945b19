import { z } from "zod";
import { Id } from "#lib/inputs/schema";

/** Six digits of an authenticator, or a recovery code, as typed. */
const TypedCode = z
  .string()
  .trim()
  .min(1, "Give the code.")
  .max(40, "A code of the authenticator has six digits.");

const Current = z.string().max(200, "A password has at most 200 characters.").default("");

/** A secret that was offered, sealed; made by `offerSecondFactor`. */
const Offer = z.string().max(1000);

export const TurnOnSecondFactor = z.object({
  offer: Offer,
  code: TypedCode,
  current: Current,
  /** The session that a new one takes the place of. */
  sessionId: Id,
});
export type TurnOnSecondFactor = z.input<typeof TurnOnSecondFactor>;

export const TurnOffSecondFactor = z.object({ code: TypedCode, current: Current, sessionId: Id });
export type TurnOffSecondFactor = z.input<typeof TurnOffSecondFactor>;

export const ReplaceRecoveryCodes = z.object({ code: TypedCode, current: Current });
export type ReplaceRecoveryCodes = z.input<typeof ReplaceRecoveryCodes>;

export const RemoveSecondFactor = z.object({ userId: Id });
export type RemoveSecondFactor = z.input<typeof RemoveSecondFactor>;

const Visit = {
  /** Of the challenge that the password was answered with. */
  token: z.string().max(100),
  address: z.string().max(64).nullable(),
  userAgent: z
    .string()
    .nullable()
    .transform((text) => text?.slice(0, 400) ?? null),
};

export const PassSecondStep = z.object({ ...Visit, code: TypedCode });
export type PassSecondStep = z.input<typeof PassSecondStep>;

export const EnrolAtSignIn = z.object({ ...Visit, code: TypedCode, offer: Offer });
export type EnrolAtSignIn = z.input<typeof EnrolAtSignIn>;

export const FinishEnrolment = z.object(Visit);
export type FinishEnrolment = z.input<typeof FinishEnrolment>;

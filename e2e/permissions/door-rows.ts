import { workspace } from "#drizzle/schema/schema";
import { all, only, RANKS, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import { CAST, type CastKey, PASSWORD, type Stage } from "#e2e/support/cast";
import { challenged, codeAt, withFactor } from "#e2e/support/second-factor";
import type { UserCtx } from "#lib/events/context";
import { listHeld } from "#lib/offboarding/queries";
import { getOfferAtSignIn, getSecondFactorOffer } from "#lib/second-factor/offer-second-factor";
import { enrolAtSignIn, finishEnrolment, passSecondStep } from "#lib/second-factor/pass-second-step";
import { getOwnSignIn, getSecondFactorOf } from "#lib/second-factor/queries";
import { removeSecondFactor } from "#lib/second-factor/remove-second-factor";
import { replaceRecoveryCodes } from "#lib/second-factor/replace-recovery-codes";
import { turnOffSecondFactor } from "#lib/second-factor/turn-off-second-factor";
import { turnOnSecondFactor } from "#lib/second-factor/turn-on-second-factor";
import { resealSecrets } from "#lib/secrets/reseal-secrets";
import { checkChallenge } from "#lib/sessions/challenges";
import { signInWithProvider } from "#lib/sessions/sign-in-with-provider";
import { listIdentities, releaseIdentity } from "#lib/users/release-identity";
import { requireSecondFactor } from "#lib/workspace/require-second-factor";

const BROWSER = { address: null, userAgent: null };
const ISSUER = "https://login.larkfield.example";
const sessionId = "ses_this";

/** Ways in and out that are not the password: the provider, the second factor, the keys. */
export const DOOR_VERBS: Record<string, WorkspaceRow> = {
  "signInWithProvider: with a verified address": {
    act: (ctx) => signInWithProvider(ctx, provided(CAST.bo.email, true)),
    answers: all("yes"),
  },
  "signInWithProvider: with another": {
    act: (ctx) => signInWithProvider(ctx, provided(CAST.bo.email, false)),
    answers: all("forbidden"),
  },
  releaseIdentity: {
    prepare: bound,
    act: (ctx) => releaseIdentity(ctx, { userId: CAST.bo.id, issuer: ISSUER }),
    answers: only(["admin"]),
  },
  "turnOnSecondFactor: knowing the password": {
    prepare: offered,
    act: (ctx, offer) => turnOn(ctx, offer, PASSWORD),
    answers: all("yes"),
  },
  "turnOnSecondFactor: not knowing it": {
    prepare: offered,
    act: (ctx, offer) => turnOn(ctx, offer, "guessed"),
    answers: all("invalid"),
  },
  "turnOffSecondFactor: their own": {
    prepare: ownFactor,
    act: (ctx, code) => turnOffSecondFactor(ctx, { code, current: PASSWORD, sessionId }),
    answers: all("yes"),
  },
  "turnOffSecondFactor: without a code": {
    prepare: ownFactor,
    act: (ctx) => turnOffSecondFactor(ctx, { code: "000000", current: PASSWORD, sessionId }),
    answers: all("invalid"),
  },
  "removeSecondFactor: somebody else’s": {
    prepare: (stage) => factorOf(stage, "bo"),
    act: (ctx) => removeSecondFactor(ctx, { userId: CAST.bo.id }),
    answers: only(["admin"]),
  },
  "removeSecondFactor: their own": {
    prepare: ownFactor,
    act: (ctx) => removeSecondFactor(ctx, { userId: ctx.actor.id }),
    answers: all("forbidden"),
  },
  replaceRecoveryCodes: {
    prepare: ownFactor,
    act: (ctx, code) => replaceRecoveryCodes(ctx, { code, current: PASSWORD }),
    answers: all("yes"),
  },
  "passSecondStep: with a code": {
    prepare: owedCode,
    act: (ctx, both) => passSecondStep(ctx, { ...split(both), ...BROWSER }),
    answers: all("yes"),
  },
  "passSecondStep: with another": {
    prepare: owedCode,
    act: (ctx, both) => passSecondStep(ctx, { ...split(both), code: "000000", ...BROWSER }),
    answers: all("invalid"),
  },
  enrolAtSignIn: { prepare: owedEnrolment, act: enrolNow, answers: all("yes") },
  "finishEnrolment: after it": {
    prepare: async (stage, ctx) => {
      const token = await owedEnrolment(stage);
      await enrolNow(ctx, token);
      return token;
    },
    act: (ctx, token) => finishEnrolment(ctx, { token, ...BROWSER }),
    answers: all("yes"),
  },
  "finishEnrolment: instead of it": {
    prepare: owedEnrolment,
    act: (ctx, token) => finishEnrolment(ctx, { token, ...BROWSER }),
    answers: all("conflict"),
  },
  requireSecondFactor: {
    act: (ctx) => requireSecondFactor(ctx, { required: true }),
    answers: only(["admin"]),
  },
  resealSecrets: { act: resealSecrets, answers: all("forbidden") },
};

/** Queries of the same. */
export const DOOR_READS: Record<string, WorkspaceRow> = {
  "listIdentities: somebody else’s": {
    prepare: bound,
    act: (ctx) => listIdentities(ctx, CAST.bo.id),
    answers: only(["admin", "member"], "gone"),
  },
  getSecondFactorOffer: { act: getSecondFactorOffer, answers: all("yes") },
  "getOfferAtSignIn: owing it": { prepare: owedEnrolment, act: getOfferAtSignIn, answers: all("yes") },
  "getOfferAtSignIn: owing nothing": {
    act: (ctx) => getOfferAtSignIn(ctx, "made-up"),
    answers: all("conflict"),
  },
  "checkChallenge: with its token": { prepare: owedEnrolment, act: checkChallenge, answers: all("yes") },
  "checkChallenge: with another": {
    prepare: owedEnrolment,
    act: (ctx) => checkChallenge(ctx, "made-up"),
    answers: all("conflict"),
  },
  getOwnSignIn: { act: getOwnSignIn, answers: all("yes") },
  getSecondFactorOf: {
    prepare: (stage) => factorOf(stage, "bo"),
    act: (ctx) => getSecondFactorOf(ctx, CAST.bo.id),
    answers: only(["admin"], "gone"),
  },
  listHeld: { act: (ctx) => listHeld(ctx, CAST.dana.id), answers: only(["admin"]) },
};

function provided(email: string, emailVerified: boolean) {
  return { issuer: ISSUER, subject: "0042", email, emailVerified, ...BROWSER };
}

async function bound(stage: Stage): Promise<string> {
  return (await signInWithProvider(stage.system, provided(CAST.bo.email, true))).sessionId;
}

async function offered(_: Stage, ctx: UserCtx): Promise<string> {
  const { offer, secret } = await getSecondFactorOffer(ctx);
  return `${offer} ${codeAt(secret, ctx.now())}`;
}

function turnOn(ctx: UserCtx, both: string, current: string) {
  const { token: offer, code } = split(both);
  return turnOnSecondFactor(ctx, { offer, code, current, sessionId });
}

async function factorOf(stage: Stage, who: CastKey): Promise<string> {
  return (await withFactor(stage, who)).code();
}

async function ownFactor(stage: Stage, ctx: UserCtx): Promise<string> {
  const who = Object.values(RANKS).find((key) => CAST[key].id === ctx.actor.id);
  return factorOf(stage, who ?? "bo");
}

async function owedCode(stage: Stage): Promise<string> {
  const code = await factorOf(stage, "bo");
  return `${(await challenged(stage, CAST.bo.email)).token} ${code}`;
}

async function owedEnrolment(stage: Stage): Promise<string> {
  await stage.store.raw.update(workspace).set({ requireSecondFactor: true });
  return (await challenged(stage, CAST.bo.email)).token;
}

async function enrolNow(ctx: UserCtx, token: string): Promise<unknown> {
  const { offer, secret } = await getOfferAtSignIn(ctx, token);
  return enrolAtSignIn(ctx, { token, offer, code: codeAt(secret, ctx.now()), ...BROWSER });
}

function split(both: string): { token: string; code: string } {
  const [token = "", code = ""] = both.split(" ");
  return { token, code };
}

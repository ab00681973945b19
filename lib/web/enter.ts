import { cookies, headers } from "next/headers";
import { AppError } from "#lib/errors";
import { addressOf } from "#lib/format/address";
import { enrolAtSignIn, finishEnrolment, passSecondStep } from "#lib/second-factor/pass-second-step";
import { CHALLENGE_MINUTES } from "#lib/sessions/challenges";
import { signIn } from "#lib/sessions/sign-in";
import { makeSignInLink, signInWithLink } from "#lib/sessions/sign-in-with-link";
import { keepSession, providerAddress, systemCtx } from "#lib/web/auth";
import { localPath } from "#lib/web/local-path";
import { cameByHttps } from "#lib/web/session-cookie";
import { readSignInWays } from "#lib/web/sign-in-ways";
import { visitorOf } from "#lib/web/visitor";

const CHALLENGE_COOKIE = "countersign.second-step";

/** Signs in by password whoever a server action runs for, as far as it goes, and returns where they go next. */
export async function enterByPassword(email: unknown, password: unknown, next: unknown): Promise<string> {
  refuseWithoutPasswords();
  const visitor = visitorOf(await headers());
  const outcome = await signIn(await systemCtx(), {
    ...visitor,
    email: text(email),
    password: text(password),
  });
  const path = localPath(text(next));
  if ("sessionId" in outcome) {
    await keepSession(outcome);
    return path;
  }
  await keepChallenge(outcome.token);
  return addressOf("/sign-in/second-step", { next: path === "/" ? null : path });
}

/** Throws `forbidden` where passwords are turned off. */
export function refuseWithoutPasswords(): void {
  const { provider, password } = readSignInWays(process.env);
  if (!password)
    throw new AppError("forbidden", `Sign-in by password is turned off. Sign in with ${provider?.name}.`);
}

/** Signs in by a one-time link. */
export async function enterByLink(token: unknown): Promise<void> {
  const visitor = visitorOf(await headers());
  await keepSession(await signInWithLink(await systemCtx(), { ...visitor, token: text(token) }));
}

/** Signs in somebody this process itself vouches for: the admin who has just set Countersign up. */
export async function enterAs(userId: string): Promise<void> {
  await enterByLink((await makeSignInLink(await systemCtx(), userId)).token);
}

/** Takes the second step with a code of the authenticator or a recovery code. */
export async function enterByCode(code: unknown): Promise<void> {
  const visit = await visitInTheMiddle();
  await keepSession(await passSecondStep(await systemCtx(), { ...visit, code: text(code) }));
  await forgetChallenge();
}

/** Sets the second factor up that the sign-in asks for, and returns its recovery codes. */
export async function enrol(offer: unknown, code: unknown): Promise<{ codes: string[] }> {
  const visit = await visitInTheMiddle();
  return enrolAtSignIn(await systemCtx(), { ...visit, offer: text(offer), code: text(code) });
}

/** Ends that sign-in, once the recovery codes were read. */
export async function enterEnrolled(): Promise<void> {
  await keepSession(await finishEnrolment(await systemCtx(), await visitInTheMiddle()));
  await forgetChallenge();
}

/** Where a browser goes to sign in with the provider. `unavailable` where it doesn't answer. */
export async function enterByProvider(next: unknown): Promise<string> {
  const { provider } = readSignInWays(process.env);
  if (!provider) throw new AppError("not_found", "There is no sign-in provider here. Use your password.");
  const address = await providerAddress(localPath(text(next)));
  const elsewhere = URL.parse(address);
  const ownHost = (await headers()).get("x-forwarded-host");
  if (!elsewhere || (elsewhere.host === ownHost && elsewhere.pathname === "/sign-in"))
    throw new AppError("unavailable", `${provider.name} doesn’t answer. Try again in a minute.`);
  return address;
}

/** The token of the sign-in that this browser is in the middle of. */
export async function findChallengeToken(): Promise<string | undefined> {
  return (await cookies()).get(CHALLENGE_COOKIE)?.value;
}

async function visitInTheMiddle() {
  return { ...visitorOf(await headers()), token: (await findChallengeToken()) ?? "" };
}

async function keepChallenge(token: string): Promise<void> {
  (await cookies()).set(CHALLENGE_COOKIE, token, {
    httpOnly: true,
    sameSite: "strict",
    secure: cameByHttps(await headers()),
    path: "/sign-in",
    maxAge: CHALLENGE_MINUTES * 60,
  });
}

async function forgetChallenge(): Promise<void> {
  (await cookies()).set(CHALLENGE_COOKIE, "", { path: "/sign-in", maxAge: 0 });
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

import type { Ctx } from "#lib/events/context";
import type { SignIn } from "#lib/sessions/schema";
import { signIn } from "#lib/sessions/sign-in";
import type { SignedIn } from "#lib/sessions/start-session";

/** Signs somebody in by password who owes no second step. */
export async function openSession(ctx: Ctx, visit: SignIn): Promise<SignedIn> {
  const outcome = await signIn(ctx, visit);
  if (!("sessionId" in outcome)) throw new Error(`A second step is owed: ${outcome.step}.`);
  return outcome;
}

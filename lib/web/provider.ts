import type { NextAuthConfig, Profile } from "next-auth";
import { isAppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import {
  PROVIDER_REFUSALS,
  type ProviderRefusal,
  signInWithProvider,
} from "#lib/sessions/sign-in-with-provider";
import type { SignedIn } from "#lib/sessions/start-session";
import type { Provider } from "#lib/web/sign-in-ways";
import type { Visitor } from "#lib/web/visitor";

/** The provider's name in addresses: its answers come to /api/auth/callback/provider. */
export const PROVIDER = "provider";

/** The provider as next-auth has it: authorization code with PKCE, state and nonce, and the claims from its userinfo. */
export function providerEntry({
  name,
  issuer,
  clientId,
  clientSecret,
}: Provider): NextAuthConfig["providers"][number] {
  return {
    id: PROVIDER,
    name,
    type: "oidc",
    issuer,
    clientId,
    clientSecret,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid email" } },
    // Where OpenID Connect Core 1.0, section 5.4, puts the e-mail address; its `sub` is held to the ID token's.
    idToken: false,
    profile: ({ sub }: Profile) => ({ id: sub ?? "" }),
  };
}

/** Signs in whom the provider's answer names, or says which refusal the sign-in page shows. */
export async function providerPath(
  ctx: Ctx,
  { issuer }: Pick<Provider, "issuer">,
  profile: Profile | undefined,
  visitor: Visitor,
): Promise<SignedIn | { refusal: ProviderRefusal }> {
  try {
    return await signInWithProvider(ctx, { ...visitor, issuer, ...claimsOf(profile) });
  } catch (error) {
    const refusal = isAppError(error, "forbidden") ? refusalIn(error.detail) : undefined;
    if (!refusal) throw error;
    return { refusal };
  }
}

/** The sentence of a refusal that the address of the sign-in page names, if it is one. */
export function providerRefusal(named: unknown): string | undefined {
  return typeof named === "string" && Object.hasOwn(PROVIDER_REFUSALS, named)
    ? PROVIDER_REFUSALS[named as ProviderRefusal]
    : undefined;
}

function claimsOf(profile: Profile | undefined) {
  const { sub, email, email_verified: verified } = profile ?? {};
  return {
    subject: sub ?? "",
    email: typeof email === "string" && email !== "" ? email : null,
    // Only the boolean of the standard: what else a provider may write there is no promise.
    emailVerified: verified === true,
  };
}

function refusalIn(detail: unknown): ProviderRefusal | undefined {
  const { refusal } = (detail ?? {}) as { refusal?: ProviderRefusal };
  return refusal;
}
